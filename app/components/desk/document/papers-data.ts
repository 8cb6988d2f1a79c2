import type { SourceRef } from "#app/domain/document/source.ts";
import type { Figures } from "#app/domain/document/wording.ts";
import type { Doubt } from "#app/domain/person/doubts.ts";
import type { View } from "./address.ts";
import type { Paper } from "./gaps.tsx";

/** A version of a wording; `text` null where somebody went back to what is generated. */
export type WordingVersion = {
  place: number;
  text: string | null;
  generated: string;
  editedBy: string;
  editedAt: Date;
};

export type WordingOnPage = {
  key: string;
  label: string;
  generated: string;
  figures: Figures;
  /** As printed: in a public paper names and rooms are hidden. */
  printedFigures: Figures;
  printed: string;
  /** Oldest first. */
  versions: WordingVersion[];
};

export type UnusedWording = { key: string; versions: WordingVersion[] };

export type HiddenPage = {
  lines: { kind: "name" | "place" | "number" | "other"; before: string; after: string; times: number }[];
  doubts: Doubt[];
};

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
