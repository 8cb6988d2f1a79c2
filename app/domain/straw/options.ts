import { DEFAULT_OPTIONS } from "#app/domain/poll/form.ts";
import type { StrawOption } from "./straw.ts";

/** 我方默认: two to five options of at most twelve signs, and one question of sixty, which fit a phone's buttons and the narrower screen. */
export const STRAW_LIMITS = { fewest: 2, most: 5, signs: 12, question: 60 } as const;

/** Leanings, in words that stand on no ballot paper: nobody shall take a tap for a vote. */
export const DEFAULT_STRAW_LABELS = ["倾向赞成", "倾向不赞成", "还没想好"] as const;

/** What is wrong with a list of labels. `ballot`: a word of the ballot paper, 同意 · 反对 · 弃权. */
export type OptionsFault = "number" | "long" | "same" | "ballot";

/** The first thing that is wrong with these labels, cleaned and without empty ones; null when they may be asked. */
export function optionsFault(labels: readonly string[]): OptionsFault | null {
  const { fewest, most, signs } = STRAW_LIMITS;
  if (labels.length < fewest || labels.length > most) return "number";
  if (labels.some((label) => [...label].length > signs)) return "long";
  if (new Set(labels).size < labels.length) return "same";
  return labels.some((label) => DEFAULT_OPTIONS.some((option) => option.label === label)) ? "ballot" : null;
}

/** `o1`, `o2` … in the order given: the ids mean nothing, so that no sum can stand for 同意 or 反对 anywhere. */
export const strawOptions = (labels: readonly string[]): StrawOption[] =>
  labels.map((label, index) => ({ id: `o${index + 1}`, label }));
