import {
  type Draft,
  type DraftEvent,
  hasUnsaved,
  isSaved,
  nextDrafts,
  type TheirLine,
  toSend,
  type Words,
} from "./drafts.ts";

export type SaveAnswer =
  | { saved: { id: string; version: number; savedAt: string } }
  | { stale: TheirLine }
  | { refused: string };

/** The server does not know this person any more; signing in again in another window lets the saving go on. */
export class SignedOutError extends Error {}

export type RecorderDoors = {
  /** Brings one draft to the server; rejects when no answer came. */
  send(draft: Draft): Promise<SaveAnswer>;
  /** Keeps the drafts on this device, so that a reload loses nothing. */
  keep(drafts: readonly Draft[]): void;
  newKey(): string;
  /** Something was saved: the page may want to read again. */
  onSaved(): void;
};

/** After the last key: long enough not to send every syllable, short enough to be saved within a second. */
const TYPING_MS = 700;
const RETRY_MS = [1000, 2000, 4000, 8000];

export type Recorder = ReturnType<typeof createRecorder>;

/** Saves the record as it is typed: one request at a time for each line, again and again until the server has answered. */
export function createRecorder(doors: RecorderDoors) {
  let drafts: readonly Draft[] = [];
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const failures = new Map<string, number>();
  const listeners = new Set<() => void>();
  let lastSaved: string | null = null;

  function happen(event: DraftEvent): void {
    drafts = nextDrafts(drafts, event);
    doors.keep(drafts);
    for (const listener of listeners) listener();
  }

  function sendIn(key: string, ms: number): void {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void send(key), ms),
    );
  }

  async function send(key: string): Promise<void> {
    clearTimeout(timers.get(key));
    const draft = toSend(drafts).find((each) => each.key === key);
    if (!draft) return;
    happen({ type: "sent", key });
    try {
      const answer = await doors.send(draft);
      failures.delete(key);
      take(key, answer);
    } catch (error) {
      const failed = failures.get(key) ?? 0;
      failures.set(key, failed + 1);
      happen({ type: "lost", key, message: error instanceof SignedOutError ? error.message : undefined });
      sendIn(key, RETRY_MS[Math.min(failed, RETRY_MS.length - 1)] ?? 8000);
    }
  }

  function take(key: string, answer: SaveAnswer): void {
    if ("saved" in answer) lastSaved = answer.saved.savedAt;
    if ("saved" in answer) happen({ type: "saved", key, ...answer.saved });
    else if ("stale" in answer) happen({ type: "stale", key, theirs: answer.stale });
    else happen({ type: "refused", key, message: answer.refused });
    if (toSend(drafts).some((draft) => draft.key === key)) sendIn(key, 0);
    if ("saved" in answer) doors.onSaved();
  }

  return {
    drafts: () => drafts,
    /** When the server last kept a line, ISO 8601 UTC. */
    lastSaved: () => lastSaved,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes up what an earlier page kept. What was under way then counts as not answered. */
    restore(kept: readonly Draft[]): void {
      const known = new Set(drafts.map((draft) => draft.key));
      const back = kept.filter((draft) => !known.has(draft.key) && !isSaved(draft));
      drafts = [
        ...drafts,
        ...back.map((draft) => (draft.state === "sending" ? { ...draft, state: "retrying" as const } : draft)),
      ];
      for (const listener of listeners) listener();
      this.retryNow();
    },
    type(key: string, itemId: string, words: Words): void {
      happen({ type: "typed", key, itemId, words });
      if (!failures.has(key)) sendIn(key, TYPING_MS);
    },
    /** Opens a saved line for changing; answers its draft's key. */
    open(itemId: string, line: Words & { id: string; version: number }): string {
      const known = drafts.find((draft) => draft.speechId === line.id && !isSaved(draft));
      if (known) return known.key;
      const key = doors.newKey();
      happen({ type: "opened", key, itemId, line });
      return key;
    },
    /** The person is through with the line: it is saved at once. */
    finish(key: string): void {
      happen({ type: "finished", key });
      void send(key);
    },
    keepMine(key: string): void {
      const newKey = doors.newKey();
      happen({ type: "keep-mine", key, newKey });
      void send(drafts.some((draft) => draft.key === newKey) ? newKey : key);
    },
    /** The page's record has these lines now: what was saved of them needs no draft any more. */
    shown(lines: readonly { id: string; version: number }[]): void {
      const event = { type: "shown", lines } as const;
      if (nextDrafts(drafts, event).length < drafts.length) happen({ ...event });
    },
    drop(key: string): void {
      clearTimeout(timers.get(key));
      happen({ type: "drop", key });
    },
    /** The network is back: nobody waits for the next try. */
    retryNow(): void {
      for (const draft of toSend(drafts)) void send(draft.key);
    },
    unsaved: () => hasUnsaved(drafts),
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
