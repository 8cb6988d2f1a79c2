import { z } from "zod";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { startMethod } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { requireMethod } from "#app/methods/index.ts";
import { issueText as text } from "#app/text/issues.ts";
import { insertIssue, nextNumber } from "#db/stores/issue.ts";
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
 * Throws invalid-value with its fields, not-found for an unknown method.
 */
export async function enterIssue(house: House, actor: Actor, raw: EnterIssue): Promise<{ id: string; number: number }> {
  const { method: methodId, firstRaisedOn, ...words } = enterIssueInput.parse(raw);
  const method = requireMethod(methodId);
  const createdAt = house.clock();
  const today = dayOf(createdAt);
  const raisedOn = requireNotLater(firstRaisedOn ?? today, today);
  const id = house.newId();
  const process = startMethod(method);
  return house.db.write(async (db) => {
    const { communityId } = actor;
    const number = await nextNumber(db, "issue", communityId);
    const row = { id, communityId, number, ...words, firstRaisedOn: raisedOn, methodId, process, stage: process.value };
    await insertIssue(db, { ...row, createdAt });
    const { title, place, category } = words;
    await record(house, db, actor, "enter-issue", id, { number, title, place, category, method: methodId });
    return { id, number };
  });
}

/** The day, unless it lies in the future. Throws invalid-value. */
export function requireNotLater(day: CalendarDay, today: CalendarDay): CalendarDay {
  if (day <= today) return day;
  throw new DomainError("invalid-value", [{ field: "firstRaisedOn", message: text.firstRaisedLater }]);
}
