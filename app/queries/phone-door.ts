import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { House, Voter } from "#app/house.ts";
import { meetingByCode } from "#db/stores/meeting.ts";
import { type Attendee, attendeeByToken, attendeeOf } from "#db/stores/roll.ts";

/** A line of the meeting's roll as its owner sees it. */
export type RollLine = Pick<Attendee, "personId" | "name" | "unit" | "votingRight">;

const asLine = ({ personId, name, unit, votingRight }: Attendee): RollLine => ({ personId, name, unit, votingRight });

/** Whose personal token this is; null when it is not (or no longer) good for this meeting. Throws unknown-meeting. */
export async function tokenHolder(house: House, code: string, token: string): Promise<RollLine | null> {
  return house.db.read(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    const line = await attendeeByToken(db, digest(token));
    return line?.meetingId === meeting.id ? asLine(line) : null;
  });
}

/** The voter's own line in this meeting; null when their key is for another one. Throws unknown-meeting. */
export async function lineOfVoter(house: House, code: string, voter: Voter | null): Promise<RollLine | null> {
  return house.db.read(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    if (voter?.meetingId !== meeting.id) return null;
    const line = await attendeeOf(db, meeting.id, voter.personId);
    return line ? asLine(line) : null;
  });
}
