import { digest } from "#app/domain/digest.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { comingMeetingsOf, type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import {
  type Attendee,
  attendeesOf,
  deleteAttendees,
  insertAttendees,
  type Person,
  peopleOf,
  saveAttendee,
} from "#db/stores/roll.ts";

/**
 * The personal check-in token of one person for one meeting: 128 bit, derived so that slips can be printed again
 * without keeping tokens. Raising the round makes earlier slips worthless.
 */
export function personalToken(house: Pick<House, "sign">, meetingId: string, personId: string, round: number): string {
  return house.sign(`check-in|${meetingId}|${personId}|${round}`).slice(0, 22);
}

/** Brings the rolls of all meetings still planned up to the community's roll. Meetings in session keep the frozen roll. */
export async function syncPlannedRolls(house: House, db: Handle, communityId: string): Promise<string[]> {
  const meetings = (await comingMeetingsOf(db, communityId)).filter((meeting) => meeting.state === "planned");
  if (meetings.length === 0) return [];
  const people = await peopleOf(db, communityId);
  for (const meeting of meetings) await syncRoll(house, db, meeting, people);
  return meetings.map((meeting) => meeting.id);
}

/** Brings one meeting's roll up to these people: adds, corrects and removes lines. */
export async function syncRoll(
  house: House,
  db: Handle,
  meeting: Pick<Meeting, "id">,
  people: Person[],
): Promise<void> {
  const lines = new Map((await attendeesOf(db, meeting.id)).map((line) => [line.personId, line]));
  const added: Parameters<typeof insertAttendees>[1] = [];
  for (const person of people) {
    const line = lines.get(person.id);
    lines.delete(person.id);
    const copy = { name: person.name, seat: person.seat, unit: person.unit, votingRight: person.votingRight };
    if (!line)
      added.push({ meetingId: meeting.id, personId: person.id, ...copy, ...freshToken(house, meeting.id, person.id) });
    else if (differs(line, copy)) await saveAttendee(db, meeting.id, person.id, copy);
  }
  await insertAttendees(db, added);
  await deleteAttendees(db, meeting.id, [...lines.keys()]);
  await touchMeeting(db, meeting.id);
}

const freshToken = (house: House, meetingId: string, personId: string) => ({
  tokenRound: 1,
  tokenId: digest(personalToken(house, meetingId, personId, 1)),
});

const differs = (line: Attendee, copy: Pick<Attendee, "name" | "seat" | "unit" | "votingRight">) =>
  line.name !== copy.name ||
  line.seat !== copy.seat ||
  line.unit !== copy.unit ||
  line.votingRight !== copy.votingRight;
