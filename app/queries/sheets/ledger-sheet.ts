import type { Sheet, SheetCell } from "#app/domain/document/sheet.ts";
import { periodText as text } from "#app/text/periods.ts";
import { doneOf, type LedgerRow } from "#templates/genres/period-summary.ts";

const WIDTHS = [6, 12, 30, 10, 30, 36, 36, 10, 10, 16, 10, 12, 12, 10];

/** 台账 as a sheet: a line for each issue at each meeting; counts are numbers, beside them “办结2件，共3件” as papers say it. */
export function ledgerSheet(ledger: readonly LedgerRow[], demonstration = false): Sheet {
  const { name, head } = text.sheets.ledger;
  return {
    name: text.sheets.named(name, demonstration),
    columns: head.map((each, index) => ({ head: each, width: WIDTHS[index] ?? 12 })),
    rows: ledger.map(line),
  };
}

function line(row: LedgerRow, index: number): SheetCell[] {
  const from = row.notices.map((notice) => notice.from).sort()[0] ?? "";
  const until =
    row.notices
      .map((notice) => notice.until)
      .sort()
      .at(-1) ?? "";
  return [
    index + 1,
    { day: row.day },
    row.meeting,
    row.number ?? null,
    row.issue,
    row.conclusion,
    row.tasks.length > 1 ? row.tasks.map((task, n) => `${n + 1}. ${task}`).join("\n") : row.tasks.join(""),
    row.all,
    row.done,
    row.all === 0 ? null : doneOf(row),
    row.overdue,
    { day: from },
    { day: until },
    row.objections,
  ];
}
