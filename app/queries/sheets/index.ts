import { dayOf } from "#app/domain/calendar/day.ts";
import { fileSafe } from "#app/domain/document/file-name.ts";
import type { Sheet } from "#app/domain/document/sheet.ts";
import type { Actor, House } from "#app/house.ts";
import { type MeetingFacts, meetingFacts } from "#app/queries/documents/facts.ts";
import { ledgerOf } from "#app/queries/documents/genres/period-summary.ts";
import { problemListOfPeriod } from "#app/queries/documents/genres/problem-list.ts";
import { type PeriodFacts, periodFacts } from "#app/queries/documents/period-facts.ts";
import { periodText as text } from "#app/text/periods.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import { ledgerSheet } from "./ledger-sheet.ts";
import { problemSheet } from "./problem-sheet.ts";

export type MadeSheet = { fileName: string; bytes: Buffer };

/** The attendance of a meeting. Throws not-found, trial-run. */
export const attendanceFile = async (house: House, actor: Actor, code: string): Promise<MadeSheet> =>
  attendanceOf(house, await meetingFacts(house, actor, code));

/** The same of facts at hand. */
export function attendanceOf(house: House, facts: MeetingFacts): Promise<MadeSheet> {
  const { title, startsAt } = facts.meeting;
  return made(house, attendanceSheet(facts), dayOf(startsAt), text.sheets.attendance.name, title);
}

export const PERIOD_SHEETS = ["problem-list", "ledger"] as const;
export type PeriodSheet = (typeof PERIOD_SHEETS)[number];

/** A sheet of a month, a quarter or a year. Throws not-found, trial-run. */
export const periodFile = async (house: House, actor: Actor, id: string, sheet: PeriodSheet): Promise<MadeSheet> =>
  periodSheetOf(house, await periodFacts(house, actor, id), sheet);

/** The same of facts at hand. */
export function periodSheetOf(house: House, facts: PeriodFacts, sheet: PeriodSheet): Promise<MadeSheet> {
  const { asOf, period, community } = facts;
  return sheet === "ledger"
    ? made(house, ledgerSheet(ledgerOf(facts), community.demonstration), asOf, text.sheets.ledger.name, period.name)
    : made(house, problemSheet(problemListOfPeriod(facts)), asOf, text.sheets.problems.name, period.name);
}

async function made(house: House, sheet: Sheet, day: string, name: string, matter: string): Promise<MadeSheet> {
  return { fileName: `${day}-${name}-${fileSafe(matter)}.xlsx`, bytes: await house.workbook(sheet) };
}
