import { digest } from "#app/domain/digest.ts";
import type { House, Voter } from "#app/house.ts";
import { attendeeByKey } from "#db/stores/roll.ts";

/** Whose key this is; null when it was never given, or staff bound the person to another device since. */
export async function findVoterByKey(house: House, key: string): Promise<Voter | null> {
  const row = await house.db.read((db) => attendeeByKey(db, digest(key)));
  if (!row) return null;
  const { meetingId, personId, keyId, name, votingRight } = row;
  return { kind: "voter", meetingId, personId, keyId, name, votingRight };
}
