import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { appendJournal } from "#db/journal.ts";

/** Writes the act into the journal, inside the same transaction as its outcome. `act` is one of `app/text/journal.ts`. */
export function record(
  house: House,
  db: Handle,
  actor: { communityId: string; name: string },
  act: string,
  subject: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  return appendJournal(db, {
    at: house.clock(),
    communityId: actor.communityId,
    actor: actor.name,
    act,
    subject,
    data,
  });
}
