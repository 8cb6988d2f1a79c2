import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { overWords, roomText as text } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { hasClaim, pollsOf } from "#db/stores/poll.ts";
import { attendeeOf, saveAttendee } from "#db/stores/roll.ts";
import { record } from "./record.ts";

export const attendanceInput = z.object({
  meetingId: z.string(),
  personId: z.string(),
  present: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]),
});
export type AttendanceInput = z.infer<typeof attendanceInput>;

/**
 * Ticks somebody on the meeting's roll as present or absent. Ticking twice is one tick: two desks never conflict.
 * Throws not-found, or wrong-state when the meeting is over or the person has voted in it.
 */
export async function markAttendance(house: House, actor: Actor, input: AttendanceInput): Promise<void> {
  const { meetingId, personId, present } = input;
  const hasPhone = await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    if (isOver(meeting.state)) refuse(overWords(meeting.state));
    const line = await attendeeOf(db, meetingId, personId);
    if (!line) throw new DomainError("not-found");
    if ((line.presentAt !== null) === present) return false;
    if (!present && (await hasVoted(db, meetingId, personId))) refuse(text.refusals.hasVoted(line.name));
    await saveAttendee(db, meetingId, personId, present ? { presentAt: house.clock(), via: "desk" } : ABSENT);
    await touchMeeting(db, meetingId);
    const data = { meeting: meeting.code, name: line.name };
    await record(house, db, actor, present ? "mark-present" : "mark-absent", personId, data);
    return line.keyId !== null;
  });
  // Only a phone already bound to this person has anything to show for it: it may vote now, or no longer.
  house.publish(meetingId, hasPhone ? "everyone" : "room");
}

const ABSENT = { presentAt: null, via: null };

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "present", message }]);
}

/** Whoever voted was there: taking the tick away would leave more ballots than people. */
async function hasVoted(db: Handle, meetingId: string, personId: string): Promise<boolean> {
  for (const poll of await pollsOf(db, meetingId)) if (await hasClaim(db, poll.id, personId)) return true;
  return false;
}
