/** Who said what. */
export type Words = { speaker: string; body: string };

/** The line as the server has it, where somebody else changed it first. */
export type TheirLine = Words & { id: string; version: number; by: string; removed: boolean };

/**
 * A line of the record on its way to the server. It stays here until the server has its last word; nothing typed is ever dropped
 * without the person's own choice.
 */
export type Draft = Words & {
  /** The page's own name for it; the server makes one line of it, however often it is sent. */
  key: string;
  itemId: string;
  /** A new line, or one of the record that was opened for changing. */
  origin: "new" | "change";
  /** null until the first save was answered. */
  speechId: string | null;
  version: number;
  state: "idle" | "waiting" | "sending" | "saved" | "retrying" | "conflict" | "refused";
  /** Everything sent since the last answer: one of these may have been saved without our hearing of it. */
  attempts: Words[];
  /** ISO 8601 UTC */
  savedAt: string | null;
  /** The person has gone on to the next line. */
  done: boolean;
  theirs: TheirLine | null;
  message: string;
};

export type DraftEvent =
  | { type: "typed"; key: string; itemId: string; words: Words }
  | { type: "opened"; key: string; itemId: string; line: Words & { id: string; version: number } }
  | { type: "finished"; key: string }
  | { type: "sent"; key: string }
  | { type: "saved"; key: string; id: string; version: number; savedAt: string }
  | { type: "lost"; key: string; message?: string }
  | { type: "stale"; key: string; theirs: TheirLine }
  | { type: "refused"; key: string; message: string }
  | { type: "keep-mine"; key: string; newKey: string }
  | { type: "drop"; key: string }
  | { type: "shown"; lines: readonly { id: string; version: number }[] };

const NEW: Omit<Draft, "key" | "itemId" | "speaker" | "body"> = {
  origin: "new",
  speechId: null,
  version: 0,
  state: "idle",
  attempts: [],
  savedAt: null,
  done: false,
  theirs: null,
  message: "",
};

const same = (a: Words, b: Words) => a.speaker.trim() === b.speaker.trim() && a.body.trim() === b.body.trim();
const isBlank = (draft: Words) => draft.body.trim() === "";

/** The drafts after an event. Pure; times and keys come in. */
export function nextDrafts(drafts: readonly Draft[], event: DraftEvent): Draft[] {
  if (event.type === "shown") return drafts.filter((draft) => !isShown(draft, event.lines));
  if (event.type === "opened" && !drafts.some((draft) => draft.speechId === event.line.id && !isSaved(draft))) {
    const { id, version, speaker, body } = event.line;
    return [
      ...drafts.filter((draft) => draft.speechId !== id),
      { ...NEW, origin: "change", key: event.key, itemId: event.itemId, speaker, body, speechId: id, version },
    ];
  }
  if (event.type === "typed" && !drafts.some((draft) => draft.key === event.key)) {
    const { key, itemId, words } = event;
    return [...drafts, { ...NEW, key, itemId, ...words, state: isBlank(words) ? "idle" : "waiting" }];
  }
  return drafts.flatMap((draft) => (draft.key === event.key ? settled(stepped(draft, event)) : [draft]));
}

/** Done with, and the server has it: it stays only until the page's record shows it. */
export const isSaved = (draft: Draft): boolean => draft.done && draft.state === "saved";

function isShown(draft: Draft, lines: readonly { id: string; version: number }[]): boolean {
  return isSaved(draft) && lines.some((line) => line.id === draft.speechId && line.version >= draft.version);
}

/** What is done and empty, or done and never changed, needs no draft any more. */
function settled(draft: Draft | null): Draft[] {
  return !draft || (draft.done && draft.state === "idle") ? [] : [draft];
}

function stepped(draft: Draft, event: DraftEvent): Draft | null {
  switch (event.type) {
    case "typed":
      return typed(draft, event.words);
    case "finished":
      // A line of the record is taken out by its own act, not by emptying it.
      return isBlank(draft) && draft.speechId ? { ...draft, state: "refused", message: "" } : { ...draft, done: true };
    case "sent":
      return {
        ...draft,
        state: "sending",
        attempts: [...draft.attempts, { speaker: draft.speaker, body: draft.body }],
      };
    case "saved":
      return saved(draft, event);
    case "lost":
      return { ...draft, state: "retrying", message: event.message ?? "" };
    case "stale":
      return stale(draft, event.theirs);
    case "refused":
      return { ...draft, state: "refused", message: event.message, done: false };
    case "keep-mine":
      return keptMine(draft, event.newKey);
    case "drop":
      return null;
    default:
      return draft;
  }
}

function typed(draft: Draft, words: Words): Draft {
  const next = { ...draft, ...words, done: false };
  // While an answer is awaited, or a conflict is open, what is typed waits its turn.
  if (draft.state === "sending" || draft.state === "conflict") return next;
  if (isBlank(words)) return { ...next, state: draft.speechId ? "refused" : "idle", message: "" };
  return { ...next, state: "waiting" };
}

function saved(draft: Draft, answer: { id: string; version: number; savedAt: string }): Draft {
  const sent = draft.attempts.at(-1);
  const { id: speechId, version, savedAt } = answer;
  const state = !sent || same(sent, draft) ? "saved" : isBlank(draft) ? "refused" : "waiting";
  return { ...draft, speechId, version, savedAt, attempts: [], state, message: "" };
}

/** What stands there may be what we sent ourselves, the answer having been lost: then it is no conflict. */
function stale(draft: Draft, theirs: TheirLine): Draft {
  const own = !theirs.removed && draft.attempts.some((words) => same(words, theirs));
  if (!own) return { ...draft, state: "conflict", theirs, done: false };
  const state = same(theirs, draft) ? "saved" : "waiting";
  return { ...draft, speechId: theirs.id, version: theirs.version, attempts: [], state };
}

/** The person compared both and wants their own: over the other's text, or as a new line where that was removed. */
function keptMine(draft: Draft, newKey: string): Draft {
  const { theirs } = draft;
  if (!theirs) return draft;
  const clean = { ...draft, theirs: null, attempts: [], state: "waiting" as const };
  if (theirs.removed) return { ...clean, key: newKey, speechId: null, version: 0 };
  return { ...clean, speechId: theirs.id, version: theirs.version };
}

/** Drafts that have something to send and no answer under way. */
export function toSend(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => (draft.state === "waiting" || draft.state === "retrying") && !isBlank(draft));
}

/** Whether words would be lost if the page went away now (apart from what the browser keeps for it). */
export function hasUnsaved(drafts: readonly Draft[]): boolean {
  return drafts.some((draft) => draft.state !== "idle" && draft.state !== "saved");
}
