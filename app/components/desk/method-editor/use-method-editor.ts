import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Change, Draft, Path } from "./draft.ts";
import { draftFaults } from "./draft-faults.ts";
import type { Editor, EditorKit } from "./editor-context.ts";
import { focusField } from "./field-id.ts";
import { editorReducer, startHistory } from "./history.ts";

/** The editor's state: the draft with its history, what is wrong with it, which stage is open, where the keyboard should go. */
export function useMethodEditor(first: Draft, kit: EditorKit) {
  const [history, act] = useReducer(editorReducer, first, startHistory);
  const [open, setOpen] = useState<string | null>(null);
  const focus = useFocusWhenShown(history.present, open, setOpen);
  const draft = history.present;
  const faults = useMemo(() => draftFaults(draft), [draft]);
  const change = useCallback(
    (change: Change, field?: string) => act({ type: "change", change, ...(field === undefined ? {} : { field }) }),
    [],
  );
  const rest = useCallback(() => act({ type: "rest" }), []);
  const editor = useMemo<Editor>(
    () => ({ draft, kit, faults, change, rest, focus, open, setOpen }),
    [draft, kit, faults, change, rest, focus, open],
  );
  return {
    editor,
    /** The draft as the drawing shows it: a moment later where typing would wait for it. */
    drawn: useDeferredValue(draft),
    undo: { can: history.past.length > 0, do: useCallback(() => act({ type: "undo" }), []) },
    redo: { can: history.future.length > 0, do: useCallback(() => act({ type: "redo" }), []) },
  };
}

/** Opens the stage that a place lies in, and goes there as soon as it is on the page. */
function useFocusWhenShown(draft: Draft, open: string | null, setOpen: (stage: string | null) => void) {
  const wanted = useRef<Path | null>(null);
  const [, look] = useState(0);
  // After every picture: what was added or opened with the last one can be reached now.
  useEffect(() => {
    if (!wanted.current) return;
    const [part, place] = wanted.current;
    const stage = part === "stages" && typeof place === "number" ? draft.stages[place] : undefined;
    if (stage && !stage.final && open !== stage.id) return setOpen(stage.id);
    focusField(wanted.current);
    wanted.current = null;
  });
  return useCallback((path: Path) => {
    wanted.current = path;
    look((count) => count + 1);
  }, []);
}
