import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { type Issue, saveIssue } from "#db/stores/issue.ts";
import { agendaItemsOfIssue, saveAgendaItem, touchMeeting } from "#db/stores/meeting.ts";
import { ownIssue } from "#db/stores/own.ts";
import { issueFields, requireNotLater } from "./enter-issue.ts";
import { dayField, editionField } from "./fields.ts";
import { record } from "./record.ts";

export const editIssueInput = z.object({
  issueId: z.string(),
  version: editionField,
  ...issueFields,
  firstRaisedOn: dayField(text.fields.firstRaisedOn),
});
export type EditIssue = z.input<typeof editIssueInput>;

const FIELDS = ["title", "detail", "place", "category", "source", "raisedBy", "firstRaisedOn"] as const;
type Words = Pick<Issue, (typeof FIELDS)[number]>;

/** `details` of the refusal when somebody else changed the issue first. */
export type StaleIssue = { current: Words & { version: number } };

/**
 * Changes what is written down about an issue; agendas that are still to come take the new title. Throws not-found, invalid-value,
 * wrong-state once the issue is settled, stale `StaleIssue`.
 */
export async function editIssue(house: House, actor: Actor, raw: EditIssue): Promise<void> {
  const { issueId, version, ...words } = editIssueInput.parse(raw);
  requireNotLater(words.firstRaisedOn, dayOf(house.clock()));
  const meetings = await house.db.write(async (db) => {
    const issue = await ownIssue(db, actor, issueId);
    if (issue.settledAt) throw new DomainError("wrong-state", [{ field: "title", message: text.settledStays }]);
    const changed = FIELDS.filter((name) => issue[name] !== words[name]);
    if (changed.length === 0) return [];
    if (!(await saveIssue(db, issueId, words, version))) throw stale(issue);
    const was = Object.fromEntries(changed.map((name) => [name, issue[name]]));
    const now = Object.fromEntries(changed.map((name) => [name, words[name]]));
    await record(house, db, actor, "edit-issue", issueId, { number: issue.number, was, now });
    return changed.includes("title") ? retitle(db, issueId, words.title) : [];
  });
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
}

function stale(issue: Issue): DomainError {
  const { title, detail, place, category, source, raisedBy, firstRaisedOn, version } = issue;
  const details: StaleIssue = {
    current: { title, detail, place, category, source, raisedBy, firstRaisedOn, version },
  };
  return new DomainError("stale", details);
}

/** Agenda items are copies: those of closed meetings stay as they were discussed. */
async function retitle(db: Handle, issueId: string, title: string): Promise<string[]> {
  const coming = (await agendaItemsOfIssue(db, issueId)).filter(({ meeting }) => !isOver(meeting.state));
  for (const { item, meeting } of coming) {
    await saveAgendaItem(db, item.id, { title });
    await touchMeeting(db, meeting.id);
  }
  return coming.map(({ meeting }) => meeting.id);
}
