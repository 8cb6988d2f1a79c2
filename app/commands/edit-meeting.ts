import { z } from "zod";
import { atTime, dayOf } from "#app/domain/calendar/day.ts";
import { calendarDaySchema, clockSchema } from "#app/domain/calendar/day-schema.ts";
import { meetingEdition } from "#app/domain/edition.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import { type Meeting, saveMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { optionalField, plainField } from "./fields.ts";
import { plannedOn, sameDayMessage } from "./plan-meeting.ts";
import { record } from "./record.ts";

const { fields } = text;

export const editMeetingInput = z.object({
  meetingId: z.string(),
  /** `meetingEdition` of what the person saw: check-ins, which raise the row's own edition, are no conflict. */
  edition: z.string(),
  title: plainField(fields.title, 100),
  day: calendarDaySchema,
  time: clockSchema,
  place: optionalField(fields.place, 100),
  chair: optionalField(fields.chair, 50),
  recorder: optionalField(fields.recorder, 50),
});
export type EditMeeting = z.input<typeof editMeetingInput>;

type Announced = Pick<Meeting, "title" | "startsAt" | "place" | "chair" | "recorder">;
/** `details` of the refusal when somebody else changed the plan first. */
export type StaleMeeting = { current: Announced & { edition: string } };

/**
 * Changes what is announced about a meeting. Once it is in session its day and time stay. Throws not-found, wrong-state when it is over,
 * invalid-value for a day in the past or one that has a meeting of the body already, stale `StaleMeeting`.
 */
export async function editMeeting(house: House, actor: Actor, raw: EditMeeting): Promise<void> {
  const { meetingId, edition, day, time, ...words } = editMeetingInput.parse(raw);
  const next: Announced = { ...words, startsAt: atTime(day, time) };
  const changed = await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    if (isOver(meeting.state)) {
      const message = text.refusals[meeting.state === "closed" ? "closed" : "cancelled"];
      throw new DomainError("wrong-state", [{ field: "title", message }]);
    }
    if (meetingEdition(next) === meetingEdition(meeting)) return false;
    if (edition !== meetingEdition(meeting)) throw stale(meeting);
    if (next.startsAt.getTime() !== meeting.startsAt.getTime()) {
      requireMovable(meeting, next.startsAt, house.clock());
      const known = await plannedOn(
        db,
        { id: meeting.bodyId, communityId: meeting.communityId },
        next.startsAt,
        meetingId,
      );
      if (known) refuse("day", sameDayMessage(known));
    }
    await saveMeeting(db, meetingId, next);
    const { title, startsAt, place, chair, recorder } = meeting;
    const was = { title, startsAt, place, chair, recorder };
    await record(house, db, actor, "edit-meeting", meetingId, { code: meeting.code, was, now: next });
    return true;
  });
  if (changed) house.publish(meetingId, "everyone");
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", [{ field, message }]);
}

function requireMovable(meeting: Meeting, to: Date, now: Date): void {
  if (meeting.state !== "planned") refuse("day", text.refusals.startedTime);
  if (dayOf(to) < dayOf(now)) refuse("day", text.refusals.past);
}

function stale(meeting: Meeting): DomainError {
  const { title, startsAt, place, chair, recorder } = meeting;
  const details: StaleMeeting = {
    current: { title, startsAt, place, chair, recorder, edition: meetingEdition(meeting) },
  };
  return new DomainError("stale", details);
}
