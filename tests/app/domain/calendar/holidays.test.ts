import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";
import { ARRANGED_THROUGH, holidayName, isStatutoryHoliday, isWorkingDay } from "#app/domain/calendar/holidays.ts";

describe("holidays", () => {
  it.each<[day: string, holiday: string | undefined, works: boolean]>([
    ["2026-02-13", undefined, true],
    ["2026-02-14", undefined, true], // Saturday worked in exchange for Spring Festival
    ["2026-02-15", "春节", false],
    ["2026-02-18", "春节", false],
    ["2026-02-23", "春节", false],
    ["2026-02-24", undefined, true],
    ["2026-02-28", undefined, true], // Saturday worked
    ["2026-03-01", undefined, false], // plain Sunday
    ["2026-09-20", undefined, true], // Sunday worked in exchange for National Day
    ["2026-10-01", "国庆节", false],
    ["2026-10-07", "国庆节", false],
    ["2026-10-08", undefined, true],
    ["2026-10-10", undefined, true], // Saturday worked
    ["2026-11-21", undefined, false],
    ["2026-11-25", undefined, true],
    // Not arranged yet when this was written: the days fixed by law stand, and weekends.
    ["2027-01-01", "元旦", false],
    ["2027-02-04", undefined, true],
    ["2027-02-05", "春节", false], // New Year's Eve
    ["2027-02-08", "春节", false],
    ["2027-02-09", undefined, true],
    ["2027-04-05", "清明", false],
    ["2027-05-02", "劳动节", false],
    ["2027-05-03", undefined, true],
    ["2027-06-09", "端午", false],
    ["2027-09-15", "中秋", false],
    ["2027-10-03", "国庆节", false],
    ["2027-10-04", undefined, true],
    ["2028-05-28", "端午", false],
    ["2028-06-27", undefined, true], // fifth day of the leap fifth month
  ])("%s: %s, works %s", (day, holiday, works) => {
    expect([holidayName(day), isStatutoryHoliday(day), isWorkingDay(day)]).toEqual([
      holiday,
      holiday !== undefined,
      works,
    ]);
  });

  it("knows how far its arrangements reach", () => {
    const dist = dirname(createRequire(import.meta.url).resolve("chinese-days"));
    const years = readdirSync(join(dist, "years")).flatMap((file) => file.match(/^(\d{4})\.json$/)?.[1] ?? []);
    expect(ARRANGED_THROUGH).toBe(Math.max(...years.map(Number)));
  });

  it("says the same on a machine in another time zone", () => {
    const script = `import { holidayName, isWorkingDay } from "#app/domain/calendar/holidays.ts";
      const days = ["2026-02-14", "2026-02-15", "2026-02-23", "2026-02-24", "2027-02-05", "2027-06-09", "2027-06-10"];
      process.stdout.write(JSON.stringify(days.map((day) => [holidayName(day) ?? null, isWorkingDay(day)])));`;
    const told = (TZ: string) =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      });
    const west = told("America/Los_Angeles");
    expect(JSON.parse(west)).toEqual([
      [null, true],
      ["春节", false],
      ["春节", false],
      [null, true],
      ["春节", false],
      ["端午", false],
      [null, true],
    ]);
    expect(told("Pacific/Kiritimati")).toBe(west);
  });
});

describe("deadlines (民法典 201, 203)", () => {
  it.each<[from: string, days: number, kind: "calendar" | "working", last: string]>([
    ["2026-12-01", 15, "calendar", "2026-12-16"], // posted on the 1st, 15 days run out at 24:00 on the 16th
    ["2026-11-25", 0, "calendar", "2026-11-25"],
    ["2026-11-20", 1, "calendar", "2026-11-23"], // Saturday moves to Monday
    ["2026-02-05", 10, "calendar", "2026-02-24"], // first day of Spring Festival moves behind it
    ["2026-02-13", 1, "calendar", "2026-02-14"], // a worked Saturday is no day off
    ["2026-09-24", 7, "calendar", "2026-10-08"],
    ["2026-11-20", 3, "working", "2026-11-25"],
    ["2026-02-13", 3, "working", "2026-02-25"], // 14th worked, then the 24th and 25th
    ["2026-09-30", 2, "working", "2026-10-09"],
    ["2026-11-21", 0, "working", "2026-11-23"],
  ])("%s + %i %s → %s", (from, days, kind, last) => {
    expect(deadlineAfter(from, days, kind)).toBe(last);
  });
});
