import { useEffect, useState } from "react";
import type { Draft } from "./draft.ts";

/** What was not saved when the page was left, on this computer only. */
export type Kept = { draft: Draft; edition: number; at: string };

const keyOf = (id: string) => `yuanzhuo-method-${id}`;

/** Private windows and full disks keep nothing: then nothing is offered either. */
function read(id: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null") as Kept | null;
    return kept && Array.isArray(kept.draft?.stages) && Array.isArray(kept.draft.seats) ? kept : null;
  } catch {
    return null;
  }
}

function write(id: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(id), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(id));
  } catch {
    // The page itself still holds it.
  }
}

/**
 * Keeps the draft on this computer while it differs from the server's, and gives back what an earlier visit left unsaved: `kept`, until it
 * is used or dropped. Nothing is written over it before that.
 */
export function useKeptDraft(id: string, { draft, edition, dirty }: { draft: Draft; edition: number; dirty: boolean }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [looked, setLooked] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page has come
  useEffect(() => {
    const found = read(id);
    const same = found && JSON.stringify(found.draft) === JSON.stringify(draft);
    if (same) write(id, null);
    else setKept(found);
    setLooked(true);
  }, [id]);
  useEffect(() => {
    if (!looked || kept) return;
    write(id, dirty ? { draft, edition, at: new Date().toISOString() } : null);
  }, [id, looked, kept, draft, edition, dirty]);
  return { kept, settle: () => setKept(null) };
}
