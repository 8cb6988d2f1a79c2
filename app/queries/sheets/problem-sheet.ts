import type { Sheet, SheetCell } from "#app/domain/document/sheet.ts";
import { periodText as text } from "#app/text/periods.ts";
import { LIGHT_WORDS, type Light, type ProblemListInput, type ProblemRow } from "#templates/genres/problem-list.ts";

const WIDTHS = [6, 30, 14, 12, 20, 40, 18, 18, 18, 14, 20, 14, 10, 24];
/** Pale, so that what is written on them can be read; the word says the same. */
const FILLS: Record<Light, string> = { red: "#F7D9DA", yellow: "#FBEFCF", green: "#DCEFE3" };

/** 问题和对策清单 as a sheet: the same lines as on paper, days as days, counts as numbers. */
export function problemSheet({ rows, demonstration = false }: Pick<ProblemListInput, "rows" | "demonstration">): Sheet {
  const { name, head } = text.sheets.problems;
  return {
    name: text.sheets.named(name, demonstration),
    columns: head.map((each, index) => ({ head: each, width: WIDTHS[index] ?? 12 })),
    rows: rows.map(line),
  };
}

function line(row: ProblemRow, index: number): SheetCell[] {
  const { measures } = row;
  const lines = (of: (measure: (typeof measures)[number]) => string) => numbered(measures.map(of));
  const [first] = measures;
  return [
    index + 1,
    text.sheets.issue(row.title, row.number),
    row.source,
    { day: row.firstRaisedOn },
    row.place,
    measures.length === 0 ? row.said : lines(({ title, plan }) => (plan === "" ? title : `${title}：${plan}`)),
    row.lead,
    row.partners.join("、"),
    lines(({ responsible }) => responsible),
    first && measures.length === 1 ? { day: first.deadline } : lines(({ deadline }) => deadline),
    row.acceptance,
    { text: `${LIGHT_WORDS[row.light]}（${row.standing}）`, fill: FILLS[row.light] },
    row.times,
    row.remark,
  ];
}

const numbered = (texts: readonly string[]): string =>
  texts.length > 1 ? texts.map((each, index) => `${index + 1}. ${each}`).join("\n") : texts.join("");
