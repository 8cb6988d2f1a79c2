import { DomainError } from "#app/domain/errors.ts";
import type { House } from "#app/house.ts";
import type { PollResult } from "#db/schema/index.ts";
import { pollById } from "#db/stores/poll.ts";

/** The result of a closed poll. Throws not-found, poll-open while nobody may know, or poll-voided with the reason. */
export async function pollResult(house: House, pollId: string): Promise<PollResult> {
  const poll = await house.db.read((db) => pollById(db, pollId));
  if (!poll) throw new DomainError("not-found");
  if (poll.state === "voided") throw new DomainError("poll-voided", [{ field: "poll", message: poll.voidReason }]);
  if (!poll.result) throw new DomainError("poll-open");
  return poll.result;
}
