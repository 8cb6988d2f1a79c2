import { DomainError } from "#app/domain/errors.ts";
import { type DueAct, isDueTo } from "#app/domain/poll/timetable.ts";
import type { House } from "#app/house.ts";
import { timetableText } from "#app/text/timetable.ts";
import type { Poll } from "#db/stores/poll.ts";
import { closePoll } from "./close-poll.ts";
import { openPrepared } from "./open-poll.ts";

/**
 * Does an act of the timetable by the same command as a person would, put down to the clock. Where the room does not allow it, or somebody
 * was quicker, nothing happens: what lacks stands on the desk. Throws `busy` and what nobody foresaw.
 */
export async function performDue(
  house: House,
  { act, pollId, communityId }: DueAct & { communityId: string },
): Promise<void> {
  const doer = { communityId, name: timetableText.actor };
  // Asked once more in the transaction: since it was found due, it may have been put off or extended.
  const stillDue = (poll: Poll) => isDueTo(act, poll, house.clock());
  try {
    if (act === "open") await openPrepared(house, doer, pollId, stillDue);
    else await closePoll(house, doer, pollId, stillDue);
  } catch (error) {
    if (!(error instanceof DomainError) || error.word === "busy") throw error;
  }
}
