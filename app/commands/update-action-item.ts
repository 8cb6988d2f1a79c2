import { z } from "zod";
import { stepActionItem } from "#app/domain/action-item/machine.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { checkDeadline } from "#app/domain/method/stage-deadline.ts";
import { nextSteps, requireStage } from "#app/domain/method/step.ts";
import { takeBack } from "#app/domain/method/take-back.ts";
import type { Actor, House } from "#app/house.ts";
import { actionText as text } from "#app/text/actions.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import {
  type ActionItem,
  actionItemsOfIssue,
  type Issue,
  issueById,
  saveActionItem,
  saveIssue,
} from "#db/stores/issue.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownActionItem } from "#db/stores/own.ts";
import { asMachineItem, finish, sendBack } from "./action-item-follow.ts";
import { editionField, longField } from "./fields.ts";
import { tellRooms, touchOpenRooms } from "./open-rooms.ts";
import { record } from "./record.ts";
import { applyStep } from "./take-step.ts";

const identity = { id: z.string().max(60), version: editionField };
const required = (label: string, sentence: string) => longField(label, 1000).pipe(z.string().min(1, sentence));

export const finishInput = z.object({ ...identity, note: required(text.note, text.refusals.noteMissing) });
export const undoFinishInput = z.object(identity);
export const returnInput = z.object({ ...identity, reason: required(text.reason, text.refusals.reasonMissing) });
export const moveDeadlineInput = z.object({
  ...identity,
  deadline: z.string().max(20),
  reason: required(text.reason, text.refusals.reasonMissing),
});

/** `details` of the refusal when somebody else changed the item first. */
export type StaleActionItem = { current: Pick<ActionItem, "state" | "deadline" | "resultNote" | "version"> };

/**
 * Marks an action item done. When it was its issue's last open one, the issue goes on to its report back in the same transaction,
 * where the gate allows. Throws not-found, stale `StaleActionItem`, wrong-state, invalid-value without a note.
 */
export async function finishActionItem(house: House, actor: Actor, raw: z.input<typeof finishInput>): Promise<void> {
  const input = finishInput.parse(raw);
  await change(house, actor, input, async (db, item, issue) => {
    await finish(house, db, actor, item, input.note);
    const items = await actionItemsOfIssue(db, issue.id);
    if (items.some((each) => each.state === "open")) return;
    await reportDone(house, db, actor, issue, items);
  });
}

/** The exit from work to its report back, if the issue stands before one and its gate is met by what was done. */
async function reportDone(house: House, db: Handle, actor: Actor, issue: Issue, items: ActionItem[]): Promise<void> {
  const method = await methodOf(db, issue.process);
  if (requireStage(method, issue.stage).kind !== "execute") return;
  const doneNote = items
    .filter((item) => item.state === "done")
    .map((item) => item.resultNote)
    .join("；");
  const facts = await factsAbout(db, method, issue, dayOf(house.clock()), { doneNote });
  const way = nextSteps(method, issue.process, facts).find(
    (each) => each.kind === "exit" && requireStage(method, each.to).kind === "feedback" && each.ready,
  );
  if (way) await applyStep(house, db, actor, issue, { type: way.event, facts: { doneNote } });
}

/**
 * Takes back a “done” entered by mistake, and with it the issue's step, as long as nothing came after it; nobody counts as having sent
 * it back. Throws not-found, stale, wrong-state.
 */
export async function undoFinish(house: House, actor: Actor, raw: z.input<typeof undoFinishInput>): Promise<void> {
  const input = undoFinishInput.parse(raw);
  await change(house, actor, input, async (db, item, issue) => {
    if (item.state !== "done") refuse(text.refusals.notDone);
    await takeStepBack(house, db, actor, issue);
    await sendBack(house, db, actor, item, { act: "undo-action-item", reason: text.mistake });
  });
}

async function takeStepBack(house: House, db: Handle, actor: Actor, issue: Issue): Promise<void> {
  const method = await methodOf(db, issue.process);
  const here = requireStage(method, issue.stage);
  if (here.kind === "execute") return;
  if (here.kind !== "feedback" || issue.facts.rating) refuse(text.refusals.answered);
  const exit = await lastExit(db, issue);
  if (!exit || requireStage(method, exit.stage).kind !== "execute") refuse(text.refusals.answered);
  const process = takeBack(method, issue.process, exit);
  const { doneNote: _withdrawn, ...facts } = issue.facts;
  await saveIssue(db, issue.id, { process, stage: process.value, facts }, issue.version);
  const data = { number: issue.number, from: here.id, to: process.value, event: exit.event };
  await record(house, db, actor, "undo-step", issue.id, data);
}

/** The step that brought the issue where it stands, from its journal. */
async function lastExit(db: Handle, issue: Issue): Promise<{ stage: string; event: string } | undefined> {
  const entry = (await journalOf(db, issue.id)).findLast((each) => each.act === "take-step");
  const { from, to, event } = (entry?.data ?? {}) as Partial<Record<"from" | "to" | "event", unknown>>;
  if (typeof from !== "string" || typeof event !== "string" || to !== issue.stage) return undefined;
  return { stage: from, event };
}

/**
 * Sends a finished item back because its result does not satisfy; the issue is sent back with it where it waits for the answer, as often
 * as its method allows. Throws not-found, stale, wrong-state, gate-not-met, invalid-value without a reason.
 */
export async function returnActionItem(house: House, actor: Actor, raw: z.input<typeof returnInput>): Promise<void> {
  const input = returnInput.parse(raw);
  const { reason } = input;
  await change(house, actor, input, async (db, item, issue) => {
    if (item.state !== "done") refuse(text.refusals.notDone);
    const { kind } = requireStage(await methodOf(db, issue.process), issue.stage);
    // Sent back first, so that the issue's own step finds this item open and opens no other.
    await sendBack(house, db, actor, item, { act: "return-action-item", reason });
    if (kind === "feedback") await applyStep(house, db, actor, issue, { type: "return", reason });
    else if (kind !== "execute") refuse(text.refusals.answered);
  });
}

/**
 * Moves the deadline, later only and with a reason, within the method's longest. Throws not-found, stale, wrong-state, missing-deadline,
 * invalid-value {problems}.
 */
export async function moveDeadline(house: House, actor: Actor, raw: z.input<typeof moveDeadlineInput>): Promise<void> {
  const input = moveDeadlineInput.parse(raw);
  const { deadline, reason } = input;
  await change(house, actor, input, async (db, item, issue) => {
    const method = await methodOf(db, issue.process);
    checkDeadline(method, issue.stage, dayOf(item.createdAt), deadline);
    stepActionItem(asMachineItem(item), { type: "extend", deadline, reason });
    await saveActionItem(db, item.id, { deadline });
    const data = { number: item.number, was: item.deadline, deadline, reason };
    await record(house, db, actor, "move-deadline", item.id, data);
    await keepLastDeadline(db, issue);
  });
}

/** The issue is due when the last of its open items is. */
async function keepLastDeadline(db: Handle, issue: Issue): Promise<void> {
  const open = (await actionItemsOfIssue(db, issue.id)).filter((item) => item.state === "open");
  const deadline = open
    .map((item) => item.deadline)
    .sort()
    .at(-1);
  if (deadline) await saveIssue(db, issue.id, { facts: { ...issue.facts, deadline } });
}

async function change(
  house: House,
  actor: Actor,
  { id, version }: { id: string; version: number },
  work: (db: Handle, item: ActionItem, issue: Issue) => Promise<void>,
): Promise<void> {
  const rooms = await house.db.write(async (db) => {
    const item = await ownActionItem(db, actor, id);
    const issue = await issueById(db, item.issueId);
    if (!issue) throw new DomainError("not-found");
    if (item.version !== version) throw stale(item);
    await work(db, item, issue);
    return touchOpenRooms(db, actor.communityId);
  });
  tellRooms(house, rooms);
}

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "state", message }]);
}

function stale({ state, deadline, resultNote, version }: ActionItem): DomainError {
  const details: StaleActionItem = { current: { state, deadline, resultNote, version } };
  return new DomainError("stale", details);
}
