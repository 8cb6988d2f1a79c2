import { digest } from "#app/domain/digest.ts";
import type { Handle } from "#db/connect.ts";
import { attendeesOf } from "./roll.ts";

/**
 * Digest of everybody on a meeting's roll with their right to vote, and the area behind it where it counts. The journal has it from the opening
 * of the meeting on, so that a roll made shorter or longer afterwards, by another program, is noticed.
 */
export async function rollSeal(db: Handle, meetingId: string): Promise<string> {
  const people = (await attendeesOf(db, meetingId)).map(({ personId, name, votingRight, area }) =>
    [personId, name, votingRight ? 1 : 0, ...(area === null ? [] : [area])].join("|"),
  );
  return digest(people.sort().join("\n"));
}
