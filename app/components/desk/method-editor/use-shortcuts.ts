import { useEffect, useRef } from "react";

type Acts = { save(): void; undo(): void; redo(): void };

/** Ctrl+S, Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z (⌘ on a Mac), wherever the keyboard is on the page. */
export function useShortcuts(acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      latest.current[act]();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function actOf({ key, shiftKey }: KeyboardEvent): keyof Acts | null {
  switch (key.toLowerCase()) {
    case "s":
      return "save";
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    default:
      return null;
  }
}
