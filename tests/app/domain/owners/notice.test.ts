import { describe, expect, test } from "vitest";
import { isStatutoryHoliday } from "#app/domain/calendar/holidays.ts";
import { earliestOpening, mayOpen, noticeDaysOf } from "#app/domain/owners/notice.ts";

/** Moments in Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

describe("15 days before, in Shanghai's days, the day of the notice not counted", () => {
  test.each([
    ["2026-12-01T09:00:00", "2026-12-16"],
    ["2026-12-01T00:00:00", "2026-12-16"],
    ["2026-12-01T23:59:59", "2026-12-16"],
    ["2026-12-02T00:00:00", "2026-12-17"],
    ["2026-12-20T09:00:00", "2027-01-04"],
    ["2028-02-20T09:00:00", "2028-03-06"],
    ["2026-02-02T09:00:00", "2026-02-17"],
  ])("noticed %s, open from %s", (noticed, earliest) => {
    expect(noticeDaysOf(at(noticed)).earliest).toBe(earliest);
    const first = at(`${earliest}T00:00:00`);
    expect(earliestOpening(at(noticed))).toEqual(first);
    expect(mayOpen(at(noticed), first)).toBe(true);
    expect(mayOpen(at(noticed), new Date(first.getTime() - 1))).toBe(false);
  });

  test("at Shanghai's midnight it is still the day before in UTC", () => {
    const late = new Date("2026-12-01T15:59:59Z");
    const early = new Date("2026-12-01T16:00:00Z");
    expect(noticeDaysOf(late).earliest).toBe("2026-12-16");
    expect(noticeDaysOf(early).earliest).toBe("2026-12-17");
  });

  test("a holiday does not move the earliest day, but none is suggested", () => {
    expect(isStatutoryHoliday("2026-02-17")).toBe(true);
    const { earliest, suggested } = noticeDaysOf(at("2026-02-02T09:00:00"));
    expect(earliest).toBe("2026-02-17");
    expect(isStatutoryHoliday(suggested)).toBe(false);
    expect(suggested > earliest).toBe(true);
    expect(
      isStatutoryHoliday(new Date(at(`${suggested}T12:00:00`).getTime() - 86_400_000).toISOString().slice(0, 10)),
    ).toBe(true);
  });

  test("a clock set back opens nothing", () => {
    expect(mayOpen(at("2026-12-01T09:00:00"), at("2026-11-30T09:00:00"))).toBe(false);
  });
});
