import type { Change, Draft } from "./draft.ts";

/** A draft with what it was before and what was taken back. */
export interface History {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
  /** The field that the last change went on typing into: the letters of one field are taken back together. */
  readonly typing: string | null;
}

export type Act =
  /** `field` joins changes of one field until something else is done. */
  | { readonly type: "change"; readonly change: Change; readonly field?: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  /** The field was left: what is typed next is taken back by itself. */
  | { readonly type: "rest" };

/** 我方默认: far beyond what anybody takes back; keeps a long afternoon's work small. */
const KEPT = 200;

export function startHistory(draft: Draft): History {
  return { past: [], present: draft, future: [], typing: null };
}

/** What becomes of the draft and its history by one act. Pure; a change that changes nothing leaves no trace. */
export function editorReducer(history: History, act: Act): History {
  const { past, present, future, typing } = history;
  switch (act.type) {
    case "change": {
      const next = act.change(present);
      if (next === present) return history;
      const goesOn = act.field !== undefined && act.field === typing;
      return {
        past: goesOn ? past : [...past, present].slice(-KEPT),
        present: next,
        future: [],
        typing: act.field ?? null,
      };
    }
    case "undo": {
      const before = past.at(-1);
      if (!before) return history;
      return { past: past.slice(0, -1), present: before, future: [present, ...future], typing: null };
    }
    case "redo": {
      const [after, ...rest] = future;
      if (!after) return history;
      return { past: [...past, present], present: after, future: rest, typing: null };
    }
    case "rest":
      return typing === null ? history : { ...history, typing: null };
  }
}
