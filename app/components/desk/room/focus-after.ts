import { useEffect, useRef } from "react";
import { focusOn, isFocusFree } from "./keys.tsx";

/** Where the next press is expected after an act; the first place that is there gets the focus. */
const NEXT: Record<string, readonly string[]> = {
  open: ["[data-item][aria-current]"],
  choose: ["[data-item][aria-current]"],
  close: ["[data-papers]"],
  "report-done": ["[name=note]", "[data-item][aria-current]"],
  "report-open": ["[name=note]"],
  decide: ["[data-decided] button"],
  "undo-outcome": ["[data-outcome] summary"],
  "open-poll": ["[data-end-poll] summary"],
  "extend-poll": ["[data-end-poll] summary"],
  "close-poll": ["[data-reveal]"],
  "reveal-poll": ["[data-reveal]", "[data-vote]"],
  "remove-speech": ["[data-speech] button", "[data-record]"],
  "restore-speech": ["[data-record]"],
};

/** An act often takes away, or blocks for a moment, the very button that was pressed: the keyboard then goes on at the next one. */
export function useFocusAfter(intent: string, busy: boolean): void {
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !busy) settleSoon(intent);
    before.current = busy;
  }, [intent, busy]);
  // The form may be gone before its answer is heard.
  useEffect(
    () => () => {
      if (before.current) settleSoon(intent);
    },
    [intent],
  );
}

/** An answer may be heard before the page that it leads to is read, where the live line has the page read once more. */
const PATIENCE_MS = 3000;

/** Once the page stands as the answer leaves it. */
function settleSoon(intent: string): void {
  const until = performance.now() + PATIENCE_MS;
  const look = () => {
    if (!settle(intent) && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Only where nothing has the focus: what the person turned to meanwhile stays theirs. False while the next place is not there yet. */
function settle(intent: string): boolean {
  const next = NEXT[intent];
  return next === undefined || !isFocusFree(document.activeElement) || next.some(focusOn);
}
