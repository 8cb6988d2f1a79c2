import { addDays, atTime, type CalendarDay, dayOf, isCalendarDay } from "#app/domain/calendar/day.ts";
import { holidayName } from "#app/domain/calendar/holidays.ts";
import { nextMeeting } from "#app/domain/calendar/next-meeting.ts";
import { DomainError } from "#app/domain/errors.ts";
import { byUrgency, isForAgenda } from "#app/domain/issue/for-agenda.ts";
import type { Actor, House } from "#app/house.ts";
import { requireMethod } from "#app/methods/index.ts";
import type { Handle } from "#db/connect.ts";
import { issuesOf } from "#db/stores/issue.ts";
import { type Body, bodiesOf, issuesOnComingAgendas, type Meeting, meetingsOf } from "#db/stores/meeting.ts";
import { peopleOf } from "#db/stores/roll.ts";
import { type IssueLine, issueLine } from "./issue-list.ts";

/**
 * The next meeting as it is proposed by itself: the body's next weekday that is no statutory holiday and on which it has not met yet, with
 * the issues that wait, most urgent first. `asked` names another body or day. Throws not-found where there is no such body.
 */
export function meetingProposal(house: House, actor: Actor, asked: { body?: string; day?: string } = {}) {
  return house.db.read(async (db) => {
    const bodies = await bodiesOf(db, actor.communityId);
    const body = bodies.find((each) => each.id === asked.body) ?? (asked.body ? undefined : bodies[0]);
    if (!body) throw new DomainError("not-found");
    const meetings = (await meetingsOf(db, actor.communityId)).filter((each) => each.bodyId === body.id);
    const { day, skipped } = proposedDay(house.clock(), body, meetings, asked.day);
    const onThatDay = meetings.find((each) => dayOf(each.startsAt) === day && each.state === "planned");
    const [last] = meetings;
    return {
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      body: { id: body.id, name: body.name, weekday: body.weekday },
      day,
      time: body.startTime,
      place: body.place,
      chair: last?.chair || (actor.role === "secretary" ? actor.name : ""),
      recorder: last?.recorder ?? "",
      skipped: skipped.map((each) => ({ day: each, holiday: holidayName(each) ?? "" })),
      holiday: holidayName(day) ?? null,
      existing: onThatDay ? { code: onThatDay.code, title: onThatDay.title, startsAt: onThatDay.startsAt } : null,
      following: nextMeeting(body.weekday, addDays(day, 1)).day,
      candidates: await candidates(db, actor.communityId, dayOf(house.clock())),
      due: (await peopleOf(db, actor.communityId)).filter((person) => person.votingRight).length,
      today: dayOf(house.clock()),
    };
  });
}

function proposedDay(now: Date, body: Body, meetings: Meeting[], asked?: string) {
  const today = dayOf(now);
  if (asked && isCalendarDay(asked) && asked >= today) return { day: asked, skipped: [] as CalendarDay[] };
  const met = new Set(meetings.filter((each) => each.state !== "planned").map((each) => dayOf(each.startsAt)));
  const over = atTime(today, body.startTime) < now;
  let found = nextMeeting(body.weekday, today, { inclusive: !over });
  const skipped = [...found.skipped];
  while (met.has(found.day)) {
    found = nextMeeting(body.weekday, addDays(found.day, 1));
    skipped.push(...found.skipped);
  }
  return { day: found.day, skipped };
}

/** Issues that wait to be discussed and are on no agenda still to come, most urgent first. */
export async function candidates(db: Handle, communityId: string, today: CalendarDay): Promise<IssueLine[]> {
  const taken = await issuesOnComingAgendas(db, communityId);
  const free = (await issuesOf(db, communityId)).filter(
    (issue) => !issue.settledAt && isForAgenda(requireMethod(issue.methodId), issue.stage) && !taken.has(issue.id),
  );
  return free.sort(byUrgency).map((issue) => issueLine(issue, today));
}
