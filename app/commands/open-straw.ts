import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { optionsFault, STRAW_LIMITS, strawOptions } from "#app/domain/straw/options.ts";
import { openRefusal } from "#app/domain/straw/refusals.ts";
import type { Actor, House } from "#app/house.ts";
import { strawText as text } from "#app/text/straw.ts";
import type { Handle } from "#db/connect.ts";
import { type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { countAsked, insertStraw, saveStraw, strawsOf } from "#db/stores/straw.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";

/** A list, or one option a line as the desk's form has them. */
const labelsField = z.union([z.string(), z.array(z.string()).max(50)]).transform((raw, context) => {
  const lines = typeof raw === "string" ? raw.split(/\r?\n/) : raw;
  const labels = lines.map((line) => cleanText(line)).filter((line) => line !== "");
  const fault = optionsFault(labels);
  if (fault) context.addIssue({ code: "custom", message: text.refusals.options[fault] });
  return labels;
});

export const strawInput = z.object({
  meetingId: z.string(),
  question: plainField(text.question, STRAW_LIMITS.question),
  options: labelsField,
  /** Those without voting right may answer too; a box, absent where it is not ticked. */
  guests: z
    .union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")])
    .nullish()
    .transform((yes) => yes === true),
});
export type StrawInput = z.input<typeof strawInput>;

/**
 * Asks the room for its mood, on phones. It is no vote: it has no rule, decides nothing and stands in no minutes.
 * Throws not-found, invalid-value, wrong-state (meeting not in session, another mood check open), poll-open while people vote.
 */
export async function openStraw(house: House, actor: Actor, given: StrawInput): Promise<{ id: string }> {
  const { meetingId, question, options: labels, guests } = strawInput.parse(given);
  const id = house.newId();
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    await requireFree(db, meeting);
    const options = strawOptions(labels);
    await insertStraw(db, { id, meetingId, question, options, guests, state: "open", openedAt: house.clock() });
    await touchMeeting(db, meetingId);
    const asked = await countAsked(db, { meetingId, guests });
    const told = { meeting: meeting.code, question, options: labels, guests, asked, note: text.mark };
    await record(house, db, actor, "open-straw", id, told);
  });
  house.publish(meetingId, "everyone");
  return { id };
}

/** Throws what `openRefusal` says; the mood check that the room still looks at makes way for the next. */
async function requireFree(db: Handle, meeting: Meeting): Promise<void> {
  const straws = await strawsOf(db, meeting.id);
  const refusal = openRefusal({
    inSession: meeting.state === "open",
    voting: (await pollsOf(db, meeting.id)).some((poll) => poll.state === "open"),
    asking: straws.some((straw) => straw.state === "open"),
  });
  if (refusal) {
    const word = refusal === "poll" ? "poll-open" : "wrong-state";
    throw new DomainError(word, [{ field: "straw", message: text.refusals.open[refusal] }]);
  }
  for (const straw of straws) if (!straw.putAway) await saveStraw(db, straw.id, { putAway: true });
}
