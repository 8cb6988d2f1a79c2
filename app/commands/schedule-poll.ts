import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { timetableText } from "#app/text/timetable.ts";
import type { Handle } from "#db/connect.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import { type Poll, savePoll } from "#db/stores/poll.ts";
import { editionField } from "./fields.ts";
import { momentField, refuse } from "./poll-times.ts";
import { record } from "./record.ts";

const { refusals: text } = timetableText;

/** `version`: the edition that the person saw. */
export const unscheduleInput = z.object({ pollId: z.string(), version: editionField });
export const rescheduleInput = unscheduleInput.extend({ opensAt: momentField });
type Unschedule = z.output<typeof unscheduleInput>;
type Reschedule = z.output<typeof rescheduleInput>;

/**
 * Gives a scheduled draft another moment to open. Throws invalid-value (moment past, or after its own end), wrong-state once it is open or
 * posted, stale {current} when somebody else changed it, not-found.
 */
export async function reschedulePoll(
  house: House,
  actor: Actor,
  { pollId, version, opensAt }: Reschedule,
): Promise<void> {
  await changed(house, actor, { pollId, version }, async (db, poll) => {
    if (opensAt <= house.clock()) refuse("opensAt", text.opensInPast);
    if (poll.endsAt && poll.endsAt <= opensAt) refuse("opensAt", text.opensAfterEnd);
    await savePoll(db, pollId, { opensAt });
    await record(house, db, actor, "reschedule-poll", pollId, { question: poll.question, opensAt });
  });
}

/** Takes the moment away: the draft opens by nobody but staff. The draft itself stays, as the journal says that it was made. */
export async function unschedulePoll(house: House, actor: Actor, input: Unschedule): Promise<void> {
  await changed(house, actor, input, async (db, poll) => {
    await savePoll(db, poll.id, { opensAt: null });
    await record(house, db, actor, "unschedule-poll", poll.id, { question: poll.question });
  });
}

async function changed(
  house: House,
  actor: Actor,
  { pollId, version }: Unschedule,
  change: (db: Handle, poll: Poll) => Promise<void>,
): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    if (poll.state !== "draft") throw new DomainError("wrong-state", [{ field: "opensAt", message: text.hasOpened }]);
    // What is posted on the wall says from when to when people vote.
    if (poll.noticedAt) throw new DomainError("wrong-state", [{ field: "opensAt", message: text.posted }]);
    if (poll.version !== version) throw new DomainError("stale", { current: { opensAt: poll.opensAt } });
    await change(db, poll);
    await touchMeeting(db, meeting.id);
    return meeting.id;
  });
  house.publish(meetingId, "everyone");
}
