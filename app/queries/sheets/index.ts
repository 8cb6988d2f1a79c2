import { dayOf } from "#app/domain/calendar/day.ts";
import { fileSafe } from "#app/domain/document/file-name.ts";
import type { Actor, House } from "#app/house.ts";
import { type MeetingFacts, meetingFacts } from "#app/queries/documents/facts.ts";
import { type PeriodFacts, periodFacts } from "#app/queries/documents/period-facts.ts";
import { ledgerOf } from "#app/queries/documents/period-summary.ts";
import { problemListOfPeriod } from "#app/queries/documents/problem-list.ts";
import { periodText as text } from "#app/text/periods.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import { ledgerSheet } from "./ledger-sheet.ts";
import { problemSheet } from "./problem-sheet.ts";
import { type Sheet, workbook } from "./workbook.ts";

export type MadeSheet = { fileName: string; bytes: Buffer };

/** The attendance of a meeting. Throws not-found, trial-run. */
export const attendanceFile = async (house: House, actor: Actor, code: string): Promise<MadeSheet> =>
  attendanceOf(await meetingFacts(house, actor, code));

/** The same of facts at hand. */
export function attendanceOf(facts: MeetingFacts): Promise<MadeSheet> {
  const { title, startsAt } = facts.meeting;
  return made(attendanceSheet(facts), dayOf(startsAt), text.sheets.attendance.name, title);
}

export const PERIOD_SHEETS = ["problem-list", "ledger"] as const;
export type PeriodSheet = (typeof PERIOD_SHEETS)[number];

/** A sheet of a month, a quarter or a year. Throws not-found, trial-run. */
export const periodFile = async (house: House, actor: Actor, id: string, sheet: PeriodSheet): Promise<MadeSheet> =>
  periodSheetOf(await periodFacts(house, actor, id), sheet);

/** The same of facts at hand. */
export function periodSheetOf(facts: PeriodFacts, sheet: PeriodSheet): Promise<MadeSheet> {
  const { asOf, period, community } = facts;
  return sheet === "ledger"
    ? made(ledgerSheet(ledgerOf(facts), community.demonstration), asOf, text.sheets.ledger.name, period.name)
    : made(problemSheet(problemListOfPeriod(facts)), asOf, text.sheets.problems.name, period.name);
}

async function made(sheet: Sheet, day: string, name: string, matter: string): Promise<MadeSheet> {
  return { fileName: `${day}-${name}-${fileSafe(matter)}.xlsx`, bytes: await workbook(sheet) };
}
