import type { Draft } from "./draft.ts";

/**
 * Ids that nobody has to think of: a word and the next number. Numbers of what was removed are not used again while anything still names
 * them, so that a way to a removed stage never leads to a new one by accident.
 */
export function nextId(draft: Draft, word: "stage" | "seat" | "line" | "exit" | "review"): string {
  return `${word}-${next(draft, new RegExp(`"${word}-(\\d{1,9})"`, "g"))}`;
}

/** The same for facts and counters, whose names know no hyphens: item1, item2, … */
export function nextFact(draft: Draft): string {
  return `item${next(draft, /"item(\d{1,9})"/g)}`;
}

function next(draft: Draft, pattern: RegExp): number {
  const numbers = [...JSON.stringify(draft).matchAll(pattern)].map((found) => Number(found[1]));
  return Math.max(0, ...numbers) + 1;
}

/** The wished id, or where it is taken the first of wished-2, wished-3, … that is free. */
export function freeId(wished: string, taken: readonly string[]): string {
  if (!taken.includes(wished)) return wished;
  for (let number = 2; ; number += 1) {
    const id = `${wished.slice(0, 36)}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
