import { DomainError } from "#app/domain/errors.ts";
import type { House } from "#app/house.ts";
import type { PollResult } from "#db/schema/index.ts";
import { pollById } from "#db/stores/poll.ts";

/** The result of a closed poll. Throws not-found, or poll-open while nobody may know. */
export async function pollResult(house: House, pollId: string): Promise<PollResult> {
  const poll = await house.db.read((db) => pollById(db, pollId));
  if (!poll) throw new DomainError("not-found");
  if (!poll.result) throw new DomainError("poll-open");
  return poll.result;
}
