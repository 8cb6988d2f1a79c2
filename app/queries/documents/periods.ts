import { dayOf } from "#app/domain/calendar/day.ts";
import { periodOf } from "#app/domain/document/period.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingStartsOf } from "#db/stores/period.ts";

/** As many months and quarters as are offered: two years of each. */
const MOST_MONTHS = 24;
const MOST_QUARTERS = 8;

export type PeriodOffered = { id: string; name: string; meetings: number };

/** The months and quarters that have begun and in which there were meetings, or still are; newest first, with how many. */
export async function periodsWithMeetings(house: House, actor: Actor) {
  const starts = await house.db.read((db) => meetingStartsOf(db, actor.communityId));
  const today = dayOf(house.clock());
  const days = starts.map(dayOf);
  const offered = (idOf: (day: string) => string): PeriodOffered[] => {
    const counts = new Map<string, number>();
    for (const day of days) counts.set(idOf(day), (counts.get(idOf(day)) ?? 0) + 1);
    return [...counts]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .flatMap(([id, meetings]) => {
        const period = periodOf(id);
        return period && period.from <= today ? [{ id, name: period.name, meetings }] : [];
      });
  };
  const months = offered((day) => day.slice(0, 7)).slice(0, MOST_MONTHS);
  const quarters = offered((day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
  return { months, quarters: quarters.slice(0, MOST_QUARTERS) };
}
