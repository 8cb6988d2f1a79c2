import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Draft } from "./draft.ts";

/** What somebody else saved meanwhile. */
export type Theirs = { draft: Draft; version: number; updatedAt: string };
export type SaveAnswer =
  | { ok: true; value: { edition: number; at: string; published: number | null } }
  | { ok: false; error: string; message: string; details?: unknown; edition?: number };

type Saved = { draft: Draft; edition: number; at: string | null };
export type Refused = { message: string; stale: Theirs | null };

/**
 * Keeps what is on the server apart from what is on the page: whatever the server or the network says, the draft on the page stays as it is.
 * `shown` is the draft on the page.
 */
export function useSaving(first: { draft: Draft; edition: number }, shown: Draft) {
  const fetcher = useFetcher<SaveAnswer>();
  const [saved, setSaved] = useState<Saved>({ ...first, at: null });
  const [refused, setRefused] = useState<Refused | null>(null);
  const [published, setPublished] = useState<number | null>(null);
  /** The draft on its way, and the answer there was before it: until another comes, it has not arrived. */
  const sent = useRef<{ draft: Draft; before: SaveAnswer | undefined } | null>(null);
  const { state, data, submit } = fetcher;

  useEffect(() => {
    if (state !== "idle" || sent.current === null || data === sent.current.before || !data) return;
    const { draft } = sent.current;
    sent.current = null;
    if (data.ok) {
      setSaved({ draft, edition: data.value.edition, at: data.value.at });
      setPublished(data.value.published);
      setRefused(null);
      return;
    }
    // Saved, and refused only then: publishing what did not change.
    if (data.edition !== undefined)
      setSaved((before) => ({ ...before, draft, edition: data.edition ?? before.edition }));
    setRefused({ message: data.message, stale: data.error === "stale" ? theirsIn(data.details) : null });
  }, [state, data]);

  const send = (intent: "save" | "publish", edition = saved.edition) => {
    if (sent.current !== null) return;
    sent.current = { draft: shown, before: data };
    setPublished(null);
    const body = { intent, edition: String(edition), draft: JSON.stringify(shown) };
    submit(body, { method: "post", encType: "multipart/form-data" });
  };
  return {
    saved,
    refused,
    published,
    busy: state !== "idle",
    dirty: shown !== saved.draft,
    save: () => send("save"),
    publish: () => send("publish"),
    /** Saves over what the other person saved, which was shown. */
    saveOver: (theirs: Theirs) => {
      setRefused(null);
      send("save", theirs.version);
    },
    /** Their draft is on the page now: it is what the server has. */
    takeTheirs: (theirs: Theirs) => {
      setRefused(null);
      setSaved({ draft: theirs.draft, edition: theirs.version, at: null });
    },
  };
}

function theirsIn(details: unknown): Theirs | null {
  const current = (details as { current?: Theirs } | undefined)?.current;
  return current?.draft ? current : null;
}
