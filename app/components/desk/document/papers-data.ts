import type { SourceRef } from "#app/domain/document/source.ts";
import type { UnusedWording, WordingOnPage } from "#app/domain/document/wording.ts";
import type { HiddenPage } from "#app/domain/person/hidden-parts.ts";
import type { View } from "./address.ts";
import type { Paper } from "./gaps.tsx";

/** 公示期, calendar days: as chosen, and the first and last day on which it may begin. */
export type NoticePeriod = { from: string; until: string; days: number; earliest: string; latest: string };

/** What `readPapers` gives the page of any source. */
export type PapersData = {
  source: SourceRef;
  papers: Paper[];
  view: View;
  notice: NoticePeriod;
  official: boolean;
  /** Of the chosen paper: its wordings with their versions, and what its public version hides. */
  wordings: WordingOnPage[];
  unused: UnusedWording[];
  hidden: HiddenPage | null;
  fonts: { name: string; instead: string }[];
  /** Why a choice of the address cannot be. */
  problem: string | null;
};
