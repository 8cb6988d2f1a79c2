import { useCallback, useEffect, useState } from "react";

/** Words not saved yet, with the place of the version on which they were begun. */
export type WordingDraft = { text: string; seen: number };
export type Drafts = Readonly<Record<string, WordingDraft>>;

const storedUnder = (page: string) => `yuanzhuo-wording-${page}`;

/**
 * What was written into a paper's wordings and not saved, by key. Kept for this tab until it is saved or given up, so that neither a wrong click nor
 * a refused save loses a word; `page` tells papers apart.
 */
export function useDrafts(page: string): { drafts: Drafts; set: (key: string, draft: WordingDraft | null) => void } {
  const [drafts, setDrafts] = useState<Drafts>({});
  useEffect(() => setDrafts(kept(page)), [page]);
  const set = useCallback(
    (key: string, draft: WordingDraft | null) =>
      setDrafts((before) => {
        const { [key]: _gone, ...others } = before;
        const after = draft ? { ...others, [key]: draft } : others;
        keep(page, after);
        return after;
      }),
    [page],
  );
  useLeaving(Object.keys(drafts).length > 0);
  return { drafts, set };
}

/** The browser asks before the tab is closed or reloaded. */
function useLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}

function keep(page: string, drafts: Drafts): void {
  try {
    if (Object.keys(drafts).length === 0) sessionStorage.removeItem(storedUnder(page));
    else sessionStorage.setItem(storedUnder(page), JSON.stringify(drafts));
  } catch {
    // A browser that keeps nothing (full, private) still asks before the page is left.
  }
}

function kept(page: string): Drafts {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storedUnder(page)) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, draft]) => isDraft(draft)));
  } catch {
    return {};
  }
}

const isDraft = (draft: unknown): draft is WordingDraft =>
  typeof draft === "object" && draft !== null && "text" in draft && typeof draft.text === "string" && "seen" in draft;
