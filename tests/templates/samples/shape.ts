import { HARD_TEXTS } from "#tests/templates/hard-cases.ts";

/** What a genre is tried with. Each call makes its input anew; people and figures are invented. */
export type Samples<Input> = {
  /** Complete: nothing missing, figures that agree with each other. */
  usual(): Input;
  /** Nobody and nothing: lists empty, texts and days that may be missing empty. */
  none(): Input;
  /** 500 people, 40 items: whatever list the paper prints, long. */
  many(): Input;
  /** Usual, with hostile text wherever the paper prints what people typed. */
  hard(): Input;
};

/** A hostile text for each position of a list, all of them in turn. */
export function hostile(index: number): string {
  return HARD_TEXTS[index % HARD_TEXTS.length]?.raw ?? "";
}

/** As many as asked for, the given ones in turn; `place` numbers them. */
export function repeated<T>(given: readonly T[], count: number, place: (item: T, index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => {
    const item = given[index % given.length];
    if (item === undefined) throw new Error("nothing to repeat");
    return place(item, index);
  });
}
