import { type FetcherWithComponents, useActionData, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import type { WordingDraft } from "./use-drafts.ts";

/** What saving a wording answers. */
type Saved = { ok: true; value: { key: string; place: number } };
type NotSaved = Refused & { error: string };
export type WordingAnswer = Saved | NotSaved;

/** Somebody else's version that came first. */
export type Theirs = { place: number; text: string | null; editedBy: string; editedAt: Date };

export type WordingForm = {
  Form: FetcherWithComponents<WordingAnswer>["Form"];
  genre: string;
  wordingKey: string;
  busy: boolean;
  saved: boolean;
  refused: NotSaved | null;
  theirs: Theirs | null;
};

type Kept = { draft: WordingDraft | undefined; keep: (draft: WordingDraft | null) => void };

/**
 * The form that saves one wording, by script beside the page or without scripts with it. A saved draft is given up, unless more was typed while it was
 * saved; after somebody else's version the draft goes on from that one.
 */
export function useWordingForm(genre: string, wordingKey: string, { draft, keep }: Kept): WordingForm {
  const fetcher = useFetcher<WordingAnswer>({ key: `wording-${genre}-${wordingKey}` });
  const posted = useActionData<WordingAnswer | undefined>();
  const answer = fetcher.data ?? (isOf(posted, genre, wordingKey) ? posted : undefined);
  const sent = useRef<string | null>(null);
  const submitted = fetcher.formData?.get("text");
  if (typeof submitted === "string") sent.current = submitted;
  const latest = useRef({ draft, keep });
  latest.current = { draft, keep };
  useEffect(() => {
    const { draft, keep } = latest.current;
    if (!answer || !draft) return;
    const theirs = theirsIn(answer);
    if (theirs) keep({ ...draft, seen: theirs.place });
    if (answer.ok) keep(draft.text === sent.current ? null : { ...draft, seen: answer.value.place });
  }, [answer]);
  return {
    ...{ Form: fetcher.Form, genre, wordingKey },
    busy: fetcher.state !== "idle",
    saved: answer?.ok === true,
    refused: answer && !answer.ok ? answer : null,
    theirs: answer ? theirsIn(answer) : null,
  };
}

function theirsIn(answer: WordingAnswer): Theirs | null {
  if (answer.ok || answer.error !== "stale") return null;
  return (answer.details as { current: Theirs }).current;
}

/** Without scripts the page's own answer is this wording's, if it names it. */
function isOf(posted: unknown, genre: string, key: string): posted is WordingAnswer {
  if (typeof posted !== "object" || posted === null) return false;
  const { values, value } = posted as { values?: Record<string, string>; value?: { key?: string; genre?: string } };
  return (values?.key === key && values.genre === genre) || (value?.key === key && value.genre === genre);
}
