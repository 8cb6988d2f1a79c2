import { z } from "zod";
import { agendaEdition } from "#app/domain/edition.ts";
import { DomainError } from "#app/domain/errors.ts";
import { moved, orderFault } from "#app/domain/meeting/agenda-order.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import type { Handle } from "#db/connect.ts";
import { isAgendaItemUsed } from "#db/stores/discussion.ts";
import type { Issue } from "#db/stores/issue.ts";
import {
  type AgendaItem,
  agendaItemsOfIssue,
  agendaOf,
  deleteAgendaItem,
  insertAgendaItems,
  type Meeting,
  saveAgendaItem,
  touchMeeting,
} from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { issueRows, issuesToDiscuss } from "./agenda-issues.ts";
import { record } from "./record.ts";

const id = z.string().max(60);
/** `agendaEdition` of the order the person saw. */
const edition = z.string().max(60);

const addToAgendaInput = z.object({
  meetingId: id,
  issues: z.array(id).min(1, text.refusals.noIssues).max(100),
});
const removeFromAgendaInput = z.object({ meetingId: id, itemId: id });
const orderAgendaInput = z.object({ meetingId: id, edition, order: z.array(id).max(500) });
const moveOnAgendaInput = z.object({
  meetingId: id,
  edition,
  itemId: id,
  by: z.coerce.number().int().min(-500).max(500),
});

/** `details` of the refusal when somebody else changed the order first. */
export type StaleAgenda = { current: { id: string; title: string }[] };

/** Puts issues at the agenda's end, in session too. Throws not-found, wrong-state when the meeting is over, invalid-value. */
export async function addToAgenda(house: House, actor: Actor, raw: z.input<typeof addToAgendaInput>): Promise<void> {
  const { meetingId, issues: ids } = addToAgendaInput.parse(raw);
  await arrange(house, actor, meetingId, async (db, meeting, agenda) => {
    const issues = await issuesToDiscuss(db, actor, ids, meetingId);
    const last = Math.max(0, ...agenda.map((item) => item.position));
    await insertAgendaItems(db, issueRows(house, meetingId, issues, last + 1));
    const data = { code: meeting.code, issues: issues.map((issue) => issue.number) };
    await record(house, db, actor, "add-agenda-items", meetingId, data);
  });
}

/** Takes an item off that still waits and on which nothing hangs. Throws not-found, wrong-state, stale when it is gone already. */
export async function removeFromAgenda(
  house: House,
  actor: Actor,
  raw: z.input<typeof removeFromAgendaInput>,
): Promise<void> {
  const { meetingId, itemId } = removeFromAgendaInput.parse(raw);
  await arrange(house, actor, meetingId, async (db, meeting, agenda) => {
    const item = agenda.find((each) => each.id === itemId);
    if (!item) throw stale(agenda);
    if (item.kind === "report-back") refuse(text.refusals.fixedFirst);
    if (item.state !== "waiting") refuse(text.refusals.notWaiting);
    if (await isAgendaItemUsed(db, itemId)) refuse(text.refusals.used);
    await deleteAgendaItem(db, itemId);
    await number(
      db,
      agenda,
      agenda.filter((each) => each.id !== itemId),
    );
    await record(house, db, actor, "remove-agenda-item", meetingId, { code: meeting.code, title: item.title });
  });
}

/**
 * Puts the whole agenda into this order of ids. The report back stays first, what was called already keeps its place.
 * Throws not-found, wrong-state, stale `StaleAgenda` when the order is no longer the one the person saw.
 */
export async function orderAgenda(house: House, actor: Actor, raw: z.input<typeof orderAgendaInput>): Promise<void> {
  const { meetingId, edition: seen, order } = orderAgendaInput.parse(raw);
  await reorder(house, actor, meetingId, seen, () => order);
}

/** Moves one item by so many places among those that may move; at the end of its way it stays. Throws like `orderAgenda`. */
export async function moveOnAgenda(house: House, actor: Actor, raw: z.input<typeof moveOnAgendaInput>): Promise<void> {
  const { meetingId, edition: seen, itemId, by } = moveOnAgendaInput.parse(raw);
  await reorder(house, actor, meetingId, seen, (agenda) => moved(agenda, itemId, by));
}

async function reorder(
  house: House,
  actor: Actor,
  meetingId: string,
  seen: string,
  next: (agenda: AgendaItem[]) => string[],
): Promise<void> {
  await arrange(house, actor, meetingId, async (db, meeting, agenda) => {
    const order = next(agenda);
    // Whoever wants what is there already has no conflict, however old their view is.
    if (order.join() === agenda.map((item) => item.id).join()) return;
    if (seen !== agendaEdition(agenda)) throw stale(agenda);
    const fault = orderFault(agenda, order);
    if (fault === "other-items") throw stale(agenda);
    if (fault) refuse(fault === "report-back" ? text.refusals.fixedFirst : text.refusals.notWaiting);
    const byId = new Map(agenda.map((item) => [item.id, item]));
    await number(
      db,
      agenda,
      order.flatMap((each) => byId.get(each) ?? []),
    );
    const titles = order.map((each) => byId.get(each)?.title ?? "");
    await record(house, db, actor, "order-agenda", meetingId, { code: meeting.code, order: titles });
  });
}

/**
 * Takes an issue that no longer waits to be discussed off the agendas to come, inside the caller's transaction, where nothing hangs on the
 * item yet. Answers the ids of the meetings it was on.
 */
export async function takeOffComingAgendas(
  house: House,
  db: Handle,
  actor: Pick<Actor, "communityId" | "name">,
  issue: Issue,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { item, meeting } of await agendaItemsOfIssue(db, issue.id)) {
    if (isOver(meeting.state) || item.state !== "waiting" || (await isAgendaItemUsed(db, item.id))) continue;
    const agenda = await agendaOf(db, meeting.id);
    await deleteAgendaItem(db, item.id);
    await number(
      db,
      agenda,
      agenda.filter((each) => each.id !== item.id),
    );
    await touchMeeting(db, meeting.id);
    await record(house, db, actor, "remove-agenda-item", meeting.id, { code: meeting.code, title: item.title });
    changed.push(meeting.id);
  }
  return changed;
}

async function arrange(
  house: House,
  actor: Actor,
  meetingId: string,
  work: (db: Handle, meeting: Meeting, agenda: AgendaItem[]) => Promise<void>,
): Promise<void> {
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    if (isOver(meeting.state)) refuse(text.refusals[meeting.state === "closed" ? "closed" : "cancelled"]);
    await work(db, meeting, await agendaOf(db, meetingId));
    await touchMeeting(db, meetingId);
  });
  house.publish(meetingId, "room");
}

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "agenda", message }]);
}

function stale(agenda: AgendaItem[]): DomainError {
  const details: StaleAgenda = { current: agenda.map(({ id, title }) => ({ id, title })) };
  return new DomainError("stale", details);
}

/** Numbers the items 1, 2, 3 … and writes only those whose place changed: an item being discussed keeps its edition. */
async function number(db: Handle, before: AgendaItem[], after: AgendaItem[]): Promise<void> {
  const was = new Map(before.map((item) => [item.id, item.position]));
  for (const [index, item] of after.entries()) {
    if (was.get(item.id) !== index + 1) await saveAgendaItem(db, item.id, { position: index + 1 });
  }
}
