import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { stepMeeting } from "#app/domain/meeting/machine.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import { agendaOf, saveMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { longField } from "./fields.ts";
import { record } from "./record.ts";

const cancelMeetingInput = z.object({
  meetingId: z.string().max(60),
  reason: longField(text.cancelReason, 500).pipe(z.string().min(1, text.refusals.reasonMissing)),
});
export type CancelMeeting = z.input<typeof cancelMeetingInput>;

/**
 * Calls a planned meeting off, with the reason that everybody is told. Its issues wait for another meeting again, its agenda stays as it was
 * announced. Throws not-found, invalid-value without a reason, wrong-state once it is in session or over.
 */
export async function cancelMeeting(house: House, actor: Actor, raw: CancelMeeting): Promise<void> {
  const { meetingId, reason } = cancelMeetingInput.parse(raw);
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    if (meeting.state !== "planned") {
      const message = meeting.state === "cancelled" ? text.refusals.cancelled : text.refusals.startedCancel;
      throw new DomainError("wrong-state", [{ field: "reason", message }]);
    }
    const state = stepMeeting(meeting.state, { type: "cancel" });
    const called = { state, cancelReason: reason, cancelledAt: house.clock(), screenMode: "meeting" } as const;
    await saveMeeting(db, meetingId, called);
    const { code, title, startsAt } = meeting;
    const items = (await agendaOf(db, meetingId)).filter((item) => item.kind === "issue").map((item) => item.title);
    await record(house, db, actor, "cancel-meeting", meetingId, { code, title, startsAt, reason, items });
  });
  house.publish(meetingId, "everyone");
}
