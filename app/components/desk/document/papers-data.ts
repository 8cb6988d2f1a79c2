import type { View } from "./address.ts";
import type { Paper } from "./gaps.tsx";

/** 公示期, calendar days: as chosen, and the first and last day on which it may begin. */
export type NoticePeriod = { from: string; until: string; days: number; earliest: string; latest: string };

/** What `readPapers` gives the page of any source. */
export type PapersData = {
  papers: Paper[];
  view: View;
  notice: NoticePeriod;
  official: boolean;
  fonts: { name: string; instead: string }[];
  /** Why a choice of the address cannot be. */
  problem: string | null;
};
