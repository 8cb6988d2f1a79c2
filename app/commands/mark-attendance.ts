import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { isHere } from "#app/domain/proxy/register.ts";
import type { Actor, House } from "#app/house.ts";
import { proxyText } from "#app/text/proxy.ts";
import { overWords, roomText as text } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { hasVotedIn, proxiesAbout } from "#db/stores/proxy.ts";
import { type Attendee, attendeeOf, saveAttendee } from "#db/stores/roll.ts";
import { record } from "./record.ts";
import { settleAbout, settleArrival, standingOf } from "./represent.ts";

export const attendanceInput = z.object({
  meetingId: z.string(),
  personId: z.string(),
  present: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]),
});
export type AttendanceInput = z.infer<typeof attendanceInput>;

/**
 * Ticks somebody on the meeting's roll as present or absent. Ticking twice is one tick: two desks never conflict. Whoever is ticked came in
 * person: an authority that they gave falls away, and whoever authorised them is represented as long as they are there.
 * Throws not-found, or wrong-state when the meeting is over, the person has voted in it, or is only represented.
 */
export async function markAttendance(house: House, actor: Actor, input: AttendanceInput): Promise<void> {
  const { meetingId, personId, present } = input;
  const concern = await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    if (isOver(meeting.state)) refuse(overWords(meeting.state));
    const line = await attendeeOf(db, meetingId, personId);
    if (!line) throw new DomainError("not-found");
    if (isHere(standingOf(line)) === present) {
      if (line.via === "proxy") await refuseRepresented(db, line);
      return "room";
    }
    if (!present) await requireLeaving(db, line);
    await saveAttendee(db, meetingId, personId, present ? { presentAt: house.clock(), via: "desk" } : ABSENT);
    await touchMeeting(db, meetingId);
    const data = { meeting: meeting.code, name: line.name };
    await record(house, db, actor, present ? "mark-present" : "mark-absent", personId, data);
    const others = present
      ? await settleArrival(house, db, meeting, actor, personId)
      : await settleAbout(house, db, meeting, personId);
    // Only a phone already bound to this person, or to who votes for others, has anything to show for it: it may vote now, or no longer.
    return line.keyId !== null || others ? "everyone" : "room";
  });
  house.publish(meetingId, concern);
}

const ABSENT = { presentAt: null, via: null };

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "present", message }]);
}

/** Whoever is only represented is absent already, and counts until the authority is withdrawn. */
async function refuseRepresented(db: Handle, { meetingId, personId, name }: Attendee): Promise<never> {
  const own = (await proxiesAbout(db, meetingId, personId)).find(({ principalId }) => principalId === personId);
  refuse(proxyText.represented(name, own?.holder.name ?? ""));
}

/** Whoever voted, or cast another's vote, was there: taking the tick away would leave more ballots than people. */
async function requireLeaving(db: Handle, { meetingId, personId, name }: Attendee): Promise<void> {
  if (await hasVotedIn(db, meetingId, personId)) refuse(text.refusals.hasVoted(name));
  for (const { principal } of await proxiesAbout(db, meetingId, personId)) {
    if (principal.via !== "proxy" || !(await hasVotedIn(db, meetingId, principal.personId))) continue;
    refuse(proxyText.castAbsent(name, principal.name));
  }
}
