import { stepActionItem } from "#app/domain/action-item/machine.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { requireStage } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { actionText as text } from "#app/text/actions.ts";
import type { Handle } from "#db/connect.ts";
import {
  type ActionItem,
  actionItemsOfIssue,
  type Issue,
  insertActionItem,
  nextNumber,
  saveActionItem,
} from "#db/stores/issue.ts";
import { agendaItemsOfIssue } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { record } from "./record.ts";

type Actors = Pick<Actor, "communityId" | "name">;

/** As the machine sees a stored item; how often it was moved or sent back is in the journal, no gate asks it. */
export const asMachineItem = ({ state, deadline }: ActionItem) => ({ state, deadline, extended: 0, returned: 0 });

/**
 * Keeps the issue's action items in step with its stage, whoever moved it: work reported back finishes what is open, a result sent back
 * opens the last one again, an issue that ended otherwise cancels what is open.
 */
export async function followUp(
  house: House,
  db: Handle,
  actor: Actors,
  issue: Issue,
  move: { from: string; reason?: string; method: MethodDefinition },
): Promise<void> {
  const [from, to] = [requireStage(move.method, move.from), requireStage(move.method, issue.stage)];
  const items = await actionItemsOfIssue(db, issue.id);
  const open = items.filter((item) => item.state === "open");
  if (from.kind === "execute" && to.kind === "feedback") {
    // A method may ask for no note; the item still says what finished it.
    const note = String(issue.facts.doneNote ?? "").trim() || text.doneIn(from.name);
    for (const item of open) await finish(house, db, actor, item, note);
  } else if (from.kind === "feedback" && to.kind === "execute") {
    const last = items.findLast((item) => item.state === "done");
    // Whoever sent an item back by itself has opened it already.
    if (last && open.length === 0)
      await sendBack(house, db, actor, last, { act: "return-action-item", reason: move.reason?.trim() || to.name });
  } else if (to.final && !issue.process.outer) {
    for (const item of open) await cancel(house, db, actor, item, move.reason?.trim() || to.name);
  }
}

/** Marks an item done with what was done. Throws wrong-state, invalid-value. */
export async function finish(house: House, db: Handle, actor: Actors, item: ActionItem, note: string): Promise<void> {
  const { state } = stepActionItem(asMachineItem(item), { type: "finish", note });
  await saveActionItem(db, item.id, { state, resultNote: note, doneAt: house.clock() });
  await record(house, db, actor, "finish-action-item", item.id, { number: item.number, note });
}

/** Opens a finished item again: sent back, or marked done by mistake. Throws wrong-state, invalid-value. */
export async function sendBack(
  house: House,
  db: Handle,
  actor: Actors,
  item: ActionItem,
  { act, reason }: { act: "return-action-item" | "undo-action-item"; reason: string },
): Promise<void> {
  const { state } = stepActionItem(asMachineItem(item), { type: "return", reason });
  await saveActionItem(db, item.id, { state, resultNote: "", doneAt: null });
  await record(house, db, actor, act, item.id, { number: item.number, note: item.resultNote, reason });
}

async function cancel(house: House, db: Handle, actor: Actors, item: ActionItem, reason: string): Promise<void> {
  const { state } = stepActionItem(asMachineItem(item), { type: "cancel", reason });
  await saveActionItem(db, item.id, { state, resultNote: reason, doneAt: house.clock() });
  await record(house, db, actor, "cancel-action-item", item.id, { number: item.number, reason });
}

/**
 * The action item of an issue that was given a deadline otherwise than by the room's own form: hung on the meeting that took it up last, or
 * on none where no meeting did (dispatched work). Nothing where there is one already.
 */
export async function assignOutsideRoom(house: House, db: Handle, actor: Actors, issue: Issue): Promise<void> {
  const stage = requireStage(await methodOf(db, issue.process), issue.stage);
  const { record: what, responsible, deadline, plan } = issue.facts;
  if (stage.kind !== "execute" || typeof deadline !== "string" || typeof responsible !== "string") return;
  if ((await actionItemsOfIssue(db, issue.id)).some((item) => item.state === "open")) return;
  const [last] = (await agendaItemsOfIssue(db, issue.id)).filter(({ item }) => item.state !== "waiting");
  const row = {
    id: house.newId(),
    communityId: issue.communityId,
    issueId: issue.id,
    meetingId: last?.meeting.id ?? null,
    agendaItemId: last?.item.id ?? null,
    number: await nextNumber(db, "actionItem", issue.communityId),
    title: String(what ?? issue.title),
    responsible,
    deadline,
    plan: String(plan ?? ""),
  };
  await insertActionItem(db, { ...row, state: "open", createdAt: house.clock() });
  const data = { number: row.number, issue: issue.number, responsible, deadline };
  await record(house, db, actor, "assign-action-item", row.id, data);
}
