import { z } from "zod";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { isLikelyDay } from "#app/domain/calendar/day-schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import type { Handle } from "#db/connect.ts";
import {
  type Body,
  bodiesOf,
  bodyById,
  comingMeetingsOf,
  insertAgendaItems,
  insertMeeting,
  type Meeting,
} from "#db/stores/meeting.ts";
import { communityById } from "#db/stores/staff.ts";
import { agendaRows, issuesToDiscuss } from "./agenda-issues.ts";
import { optionalField } from "./fields.ts";
import { newMeetingCode } from "./meeting-code.ts";
import { syncRoll } from "./meeting-roll.ts";
import { record } from "./record.ts";

const { fields } = text;

export const planMeetingInput = z.object({
  /** A body's id or its name. */
  body: z.string(),
  /** Empty: named after the body. */
  title: optionalField(fields.title, 100),
  startsAt: z.date().refine((moment) => isLikelyDay(dayOf(moment)), text.startsAtRule),
  place: optionalField(fields.place, 100).optional(),
  /** Without it: the secretary who plans. */
  chair: optionalField(fields.chair, 50).optional(),
  recorder: optionalField(fields.recorder, 50),
  /** Ids, in the order of the agenda. */
  issues: z.array(z.string().max(60)).max(100).default([]),
});
export type PlanMeeting = z.input<typeof planMeetingInput>;

/** `existing`: that body already has a meeting planned for that day, and this is it; nothing was changed. */
export type Planned = { id: string; code: string; existing: boolean };

/**
 * Plans a meeting with its agenda (the report back first) and its roll. A day has one planned meeting of a body: planning it again answers
 * that one, unless `sameDay` is "another". Throws not-found for the body or an issue, invalid-value for issues that cannot be discussed.
 */
export async function planMeeting(
  house: House,
  actor: Actor,
  raw: PlanMeeting,
  options: { sameDay?: "existing" | "another" } = {},
): Promise<Planned> {
  const input = planMeetingInput.parse(raw);
  return house.db.write(async (db) => {
    const body = await ownBody(db, actor, input.body);
    if (options.sameDay !== "another") {
      const known = await plannedOn(db, body, input.startsAt);
      if (known) return { id: known.id, code: known.code, existing: true };
    }
    const issues = await issuesToDiscuss(db, actor, input.issues);
    const meeting = await meetingRow(house, db, actor, body, input);
    await insertMeeting(db, meeting);
    await insertAgendaItems(db, agendaRows(house, meeting.id, body.schedule, issues));
    await syncRoll(house, db, meeting);
    const { id, code, title, startsAt, place } = meeting;
    const data = { code, title, startsAt, place, body: body.name, issues: issues.map((issue) => issue.number) };
    await record(house, db, actor, "plan-meeting", id, data);
    return { id, code, existing: false };
  });
}

async function ownBody(db: Handle, actor: Actor, idOrName: string): Promise<Body> {
  const byId = await bodyById(db, idOrName);
  if (byId?.communityId === actor.communityId && !byId.removedAt) return byId;
  const byName = (await bodiesOf(db, actor.communityId)).find((body) => body.name === idOrName.trim());
  if (!byName) throw new DomainError("not-found", { body: idOrName.slice(0, 60) });
  return byName;
}

/** The meeting of this body still planned for that day in Shanghai, other than `except`. */
export async function plannedOn(
  db: Handle,
  body: Pick<Body, "id" | "communityId">,
  at: Date,
  except?: string,
): Promise<Meeting | undefined> {
  const coming = await comingMeetingsOf(db, body.communityId);
  return coming.find(
    ({ id, bodyId, state, startsAt }) =>
      bodyId === body.id && state === "planned" && dayOf(startsAt) === dayOf(at) && id !== except,
  );
}

type Input = z.output<typeof planMeetingInput>;

async function meetingRow(house: House, db: Handle, actor: Actor, body: Body, input: Input) {
  const community = await communityById(db, actor.communityId);
  return {
    id: house.newId(),
    communityId: actor.communityId,
    bodyId: body.id,
    code: await newMeetingCode(house, db),
    title: input.title || text.titleOf(body.name),
    startsAt: input.startsAt,
    place: input.place || body.place,
    chair: input.chair || (actor.role === "secretary" ? actor.name : ""),
    recorder: input.recorder,
    state: "planned" as const,
    demonstration: community?.demonstration ?? false,
    createdAt: house.clock(),
  };
}

/** The sentence for a day that already has a meeting of the body. */
export const sameDayMessage = (known: Meeting): string => text.refusals.sameDay(clockOf(known.startsAt));
