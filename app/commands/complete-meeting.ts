import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentPageText as page } from "#app/text/document-page.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import { saveMeeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { optionalField } from "./fields.ts";
import { record } from "./record.ts";

const { fields } = text;

const completeMeetingInput = z.object({
  place: optionalField(fields.place, 100),
  chair: optionalField(fields.chair, 50),
  recorder: optionalField(fields.recorder, 50),
});
export type CompleteMeeting = z.input<typeof completeMeetingInput>;

const NAMES = ["place", "chair", "recorder"] as const;

/**
 * Fills in what a closed meeting's plan lacks and its papers need. What stands already is sealed: it is not changed here.
 * Throws not-found, wrong-state while the meeting is not over, invalid-value when nothing was filled in, stale `{current}` when somebody else
 * filled a field in first.
 */
export async function completeMeeting(house: House, actor: Actor, code: string, raw: CompleteMeeting): Promise<void> {
  const input = completeMeetingInput.parse(raw);
  const given = NAMES.filter((name) => input[name] !== "");
  await house.db.write(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    if (meeting.state !== "closed") throw new DomainError("wrong-state", [{ field: "place", message: page.notOver }]);
    const taken = given.filter((name) => meeting[name] !== "" && meeting[name] !== input[name]);
    if (taken.length > 0) throw new DomainError("stale", { current: pick(meeting, taken) });
    const blank = given.filter((name) => meeting[name] === "");
    if (given.length === 0) throw new DomainError("invalid-value", missing(meeting));
    if (blank.length === 0) return;
    await saveMeeting(db, meeting.id, pick(input, blank));
    await record(house, db, actor, "complete-meeting", meeting.id, { code, now: pick(input, blank) });
  });
}

type Words = Record<(typeof NAMES)[number], string>;

const pick = (from: Words, names: readonly (keyof Words)[]): Partial<Words> =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

const missing = (meeting: Words) =>
  NAMES.filter((name) => meeting[name] === "").map((field) => ({ field, message: page.fillIn(fields[field]) }));
