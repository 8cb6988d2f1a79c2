import { addDays, atTime, type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { isLikelyDay } from "#app/domain/calendar/day-schema.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";
import { ARRANGED_THROUGH, holidayName } from "#app/domain/calendar/holidays.ts";
import { type NextMeeting, nextMeetingDays } from "#app/domain/calendar/schedule.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { rollSizes } from "#db/stores/further-roll.ts";
import { type Body, bodiesOf, type Meeting, meetingsOf } from "#db/stores/meeting.ts";
import { type CandidateSearch, findCandidates } from "./candidates.ts";
import { rollOfBody } from "./rolls.ts";

/**
 * The next meeting as it is proposed by itself: of the body that meets next and has nothing planned for that day, its next regular day on
 * which it has not met yet, with the issues that wait, most urgent first. `asked` names another body or day, and what to look for among the
 * issues. Throws not-found where there is no such body in use.
 */
export function meetingProposal(
  house: House,
  actor: Actor,
  asked: CandidateSearch & { body?: string; day?: string } = {},
) {
  return house.db.read(async (db) => {
    const now = house.clock();
    const today = dayOf(now);
    const bodies = await bodiesOf(db, actor.communityId);
    const all = await meetingsOf(db, actor.communityId);
    const body = asked.body ? bodies.find((each) => each.id === asked.body) : nextBody(now, bodies, all);
    if (!body) throw new DomainError("not-found");
    const meetings = all.filter((each) => each.bodyId === body.id);
    const { day, skipped } = proposedDay(now, body, meetings, asked.day);
    const onThatDay = plannedOn(meetings, day);
    const { lines, count } = await findCandidates(db, actor.communityId, today, {
      ...asked,
      methodFirst: body.methodId,
    });
    return {
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      body: { id: body.id, name: body.name, schedule: body.schedule },
      day,
      time: body.startTime,
      place: body.place,
      ...whoLed(meetings, actor),
      skipped,
      holiday: holidayName(day) ?? null,
      /** The year's days off are not arranged yet: only those fixed by law could be told. */
      unarranged: Number(day.slice(0, 4)) > ARRANGED_THROUGH,
      existing: onThatDay ? { code: onThatDay.code, title: onThatDay.title, startsAt: onThatDay.startsAt } : null,
      following: nextMeetingDays(body.schedule, addDays(day, 1))?.day ?? null,
      candidates: lines,
      /** How many wait in all; the candidates are the most urgent of those that are looked for. */
      waiting: count,
      /** Ids of the candidates that run by the body's own method. */
      ofMethod: lines.filter((line) => line.methodId === body.methodId).map((line) => line.id),
      /** Whose people it calls, and how many of them have voting right. */
      roll: await rollOfBody(db, body),
      due: (await rollSizes(db, actor.communityId)).get(body.rollId)?.voting ?? 0,
      today,
    };
  });
}

const plannedOn = (meetings: Meeting[], day: CalendarDay): Meeting | undefined =>
  meetings.find((each) => dayOf(each.startsAt) === day && each.state === "planned");

/** Who led and recorded last time, as a proposal for the next. */
function whoLed([last]: Meeting[], actor: Actor): { chair: string; recorder: string } {
  return {
    chair: last?.chair || (actor.role === "secretary" ? actor.name : ""),
    recorder: last?.recorder ?? "",
  };
}

/** The body whose next day comes first; those that have it planned already stand behind, those without regular days last. */
function nextBody(now: Date, bodies: Body[], meetings: Meeting[]): Body | undefined {
  const urgency = (body: Body): string => {
    if (body.schedule.every === "none") return "3";
    const own = meetings.filter((each) => each.bodyId === body.id);
    const { day } = proposedDay(now, body, own);
    return `${plannedOn(own, day) ? 2 : 1}${day}`;
  };
  const ranked = bodies.map((body) => ({ body, rank: urgency(body) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))[0]?.body;
}

/** 会前 3 日发通知: our own default for bodies that meet whenever they are called. */
const NOTICE_DAYS = 3;

/** The body's next day: regular, not met on yet, not called off; or the day that was asked for. */
export function proposedDay(now: Date, body: Body, meetings: Meeting[], asked?: string): NextMeeting {
  const today = dayOf(now);
  if (asked && isLikelyDay(asked) && asked >= today) return { day: asked, skipped: [] };
  const { schedule } = body;
  if (schedule.every === "none") return { day: deadlineAfter(today, NOTICE_DAYS, "calendar"), skipped: [] };
  const met = new Set(meetings.filter((each) => each.state !== "planned").map((each) => dayOf(each.startsAt)));
  const over = atTime(today, body.startTime) < now;
  let found = nextMeetingDays(schedule, today, { inclusive: !over });
  const skipped = [...found.skipped];
  while (met.has(found.day)) {
    found = nextMeetingDays(schedule, addDays(found.day, 1));
    skipped.push(...found.skipped);
  }
  return { day: found.day, skipped };
}
