import { useEffect, useMemo, useSyncExternalStore } from "react";
import { roomText as text } from "#app/text/room.ts";
import type { Draft, TheirLine } from "./drafts.ts";
import { createRecorder, type Recorder, type SaveAnswer, SignedOutError } from "./recorder.ts";

const NONE: readonly Draft[] = [];

/** The page's recorder of who said what, and its drafts as they are now. Goes on saving while the page looks at other items. */
export function useRecord(code: string, onSaved: () => void): { recorder: Recorder; drafts: readonly Draft[] } {
  const recorder = useMemo(
    () => createRecorder({ send: (draft) => send(code, draft), keep: (drafts) => keep(code, drafts), newKey, onSaved }),
    [code, onSaved],
  );
  const drafts = useSyncExternalStore(recorder.subscribe, recorder.drafts, () => NONE);
  useEffect(() => {
    recorder.restore(kept(code));
    const again = () => recorder.retryNow();
    const leave = (event: BeforeUnloadEvent) => {
      if (recorder.unsaved()) event.preventDefault();
    };
    window.addEventListener("online", again);
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("beforeunload", leave);
      recorder.stop();
    };
  }, [recorder, code]);
  return { recorder, drafts };
}

/** A name for a new line: 128 random bits. `randomUUID` is missing where the desk is reached by plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function send(code: string, draft: Draft): Promise<SaveAnswer> {
  const { key, itemId: agendaItemId, speechId, version, speaker, body } = draft;
  const words = { speaker, body };
  const sent = new URLSearchParams(
    speechId ? { ...words, speechId, version: String(version) } : { ...words, key, agendaItemId },
  );
  const answer = await fetch(`/desk/meetings/${code}/room/speeches`, {
    method: speechId ? "PUT" : "POST",
    body: sent,
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status === 401) throw new SignedOutError(text.signedOut);
  if (answer.status >= 500 || answer.status === 429) throw new Error(`not saved: ${answer.status}`);
  const said: Said = await answer.json();
  if (answer.ok) return { saved: said };
  if (said.error === "stale" && said.details?.current) return { stale: said.details.current };
  return { refused: said.details?.[0]?.message ?? said.message };
}

type Said = {
  id: string;
  version: number;
  savedAt: string;
  error?: string;
  message: string;
  details?: { current?: TheirLine } & { message: string }[];
};

const place = (code: string) => `yuanzhuo-record-${code}`;

function keep(code: string, drafts: readonly Draft[]): void {
  try {
    sessionStorage.setItem(place(code), JSON.stringify(drafts));
  } catch {
    // A browser that keeps nothing (full, private) still saves to the server.
  }
}

function kept(code: string): readonly Draft[] {
  try {
    const drafts: unknown = JSON.parse(sessionStorage.getItem(place(code)) ?? "[]");
    return Array.isArray(drafts) ? drafts : NONE;
  } catch {
    return NONE;
  }
}
