import { z } from "zod";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { startMethod } from "#app/domain/method/step.ts";
import { isSwitchedOn } from "#app/domain/method/switch.ts";
import type { Actor, House } from "#app/house.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { type Issue, insertIssue, nextNumber } from "#db/stores/issue.ts";
import { methodAtHand } from "#db/stores/method.ts";
import { communityById } from "#db/stores/staff.ts";
import { dayField, longField, optionalField, plainField } from "./fields.ts";
import { record } from "./record.ts";

const { fields } = text;

/** What a person writes down about an issue; only the title must be there at once, the gates ask for the rest when it is needed. */
export const issueFields = {
  title: plainField(fields.title, 100),
  detail: longField(fields.detail, 4000),
  place: optionalField(fields.place, 100),
  category: optionalField(fields.category, 30),
  source: optionalField(fields.source, 50),
  raisedBy: optionalField(fields.raisedBy, 50),
};

export const enterIssueInput = z.object({
  ...issueFields,
  /** Without it: today. */
  firstRaisedOn: z.union([z.literal("").transform(() => undefined), dayField(fields.firstRaisedOn)]).optional(),
  method: z.string().max(60).default("roundtable"),
});
export type EnterIssue = z.input<typeof enterIssueInput>;

/**
 * Takes an issue onto the list, at the first stage of its method, under the next number of the community.
 * Throws invalid-value with its fields, also for a method whose labels are still to be filled in; not-found for an unknown method.
 */
export async function enterIssue(house: House, actor: Actor, raw: EnterIssue): Promise<{ id: string; number: number }> {
  const { method: methodId, firstRaisedOn, ...words } = enterIssueInput.parse(raw);
  const today = dayOf(house.clock());
  const raisedOn = requireNotLater(firstRaisedOn ?? today, today);
  return house.db.write(async (db) => {
    const method = await methodAtHand(db, actor.communityId, methodId);
    const community = await communityById(db, actor.communityId);
    if (!isSwitchedOn(method, community?.settings ?? {})) {
      throw new DomainError("invalid-value", [{ field: "method", message: text.methodOff }]);
    }
    return insertNewIssue({ house, db, actor }, method, words, raisedOn);
  });
}

type NewIssue = Pick<Issue, "title" | "detail" | "place" | "category" | "source" | "raisedBy">;

/** Writes a new issue and its journal entry inside the caller's transaction. Throws invalid-value for a method that is not ready. */
export async function insertNewIssue(
  { house, db, actor }: { house: House; db: Handle; actor: Pick<Actor, "communityId" | "name"> },
  method: MethodDefinition,
  words: NewIssue,
  firstRaisedOn: CalendarDay,
): Promise<{ id: string; number: number }> {
  if (method.status === "blank")
    throw new DomainError("invalid-value", [{ field: "method", message: text.methodBlank }]);
  const { communityId } = actor;
  const createdAt = house.clock();
  const process = startMethod(method, dayOf(createdAt));
  const [id, number] = [house.newId(), await nextNumber(db, "issue", communityId)];
  const at = { methodId: method.id, process, stage: process.value, createdAt };
  await insertIssue(db, { id, communityId, number, ...words, firstRaisedOn, ...at });
  const { title, place, category } = words;
  const data = { number, title, place, category, method: method.id, version: method.version };
  await record(house, db, actor, "enter-issue", id, data);
  return { id, number };
}

/** The day, unless it lies in the future. Throws invalid-value. */
export function requireNotLater(day: CalendarDay, today: CalendarDay): CalendarDay {
  if (day <= today) return day;
  throw new DomainError("invalid-value", [{ field: "firstRaisedOn", message: text.firstRaisedLater }]);
}
