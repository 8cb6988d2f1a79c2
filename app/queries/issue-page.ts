import { dayOf } from "#app/domain/calendar/day.ts";
import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import { withWaiting } from "#app/domain/method/decision.ts";
import type { FactValue, GateLine, MethodDefinition } from "#app/domain/method/definition.ts";
import { isEntered, linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { stageDue, stageRunsUntil } from "#app/domain/method/stage-deadline.ts";
import { requireStage } from "#app/domain/method/step.ts";
import { isSwitchedOn } from "#app/domain/method/switch.ts";
import type { Counts } from "#app/domain/rule/counts.ts";
import type { Actor, House } from "#app/house.ts";
import { historyWords, type StageNames } from "#app/text/issue-history.ts";
import { countsWords } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { type ActionItem, actionItemsOfIssue, type Issue } from "#db/stores/issue.ts";
import { categoriesInUse } from "#db/stores/issue-search.ts";
import { type AgendaItem, agendaItemsOfIssue, type Meeting } from "#db/stores/meeting.ts";
import { methodOf, methodsAtHand } from "#db/stores/method.ts";
import { ownIssue } from "#db/stores/own.ts";
import { communityById } from "#db/stores/staff.ts";
import { issueLine } from "./issue-line.ts";
import { stagesOnTheWay } from "./issue-stages.ts";
import { openSteps } from "./open-steps.ts";

/** Everything the issue's page shows. Throws not-found, for another community's issue too. */
export function issuePage(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const issue = await ownIssue(db, actor, id);
    const method = await methodOf(db, issue.process);
    const today = dayOf(house.clock());
    const entries = await journalOf(db, issue.id);
    const facts = await factsAbout(db, method, issue, today);
    const tracks = await tracksOf(db, issue, entries);
    const methods = await methodsOnTheWay(db, issue, entries);
    const { detail, raisedBy, version, createdAt, settledAt } = issue;
    return {
      ...(await issueLine(db, issue, today)),
      detail,
      raisedBy,
      version,
      createdAt,
      settledAt,
      method: { id: issue.methodId, name: tracks[0]?.name ?? method.name },
      tracks,
      standing: standingOf(method, issue),
      steps: await openSteps(db, method, issue, facts, today),
      entered: enteredOf(methods, issue),
      meetings: (await agendaItemsOfIssue(db, id)).map(meetingLine),
      actionItems: (await actionItemsOfIssue(db, id)).map(promise),
      history: historyOf(stageNames(methods), entries),
      today,
    };
  });
}

/** Who must act in the present stage, on which papers, and until when. */
function standingOf(method: MethodDefinition, { process, facts }: Issue) {
  const { who, name, documents, documentsIn = [], deadline, final = false } = requireStage(method, process.value);
  const until = stageRunsUntil(method, process.value, facts);
  // A notice that must hang so long is never late: it says how long still.
  const due = until === undefined ? (stageDue(method, process) ?? null) : until;
  const promised = { text: deadline?.text ?? "", source: deadline?.source ?? null };
  return { who, name, documents, documentsIn, due, atLeast: until !== undefined, ...promised, final };
}

/** The method's stages as the issue meets them; those of a statutory decision after those of the method that waits for it. */
async function tracksOf(db: Handle, issue: Issue, entries: JournalEntry[]) {
  const tracks = [];
  for (const process of withWaiting(issue.process).toReversed()) {
    const method = await methodOf(db, process);
    const { id, name, version } = method;
    tracks.push({ id, name, version, stages: stagesOnTheWay(method, process, entries), at: process.value });
  }
  return tracks;
}

/** Every method that the issue runs by or ever went by, each once: the present one first, then what waits for it, then those of decisions. */
export async function methodsOnTheWay(db: Handle, issue: Issue, entries: JournalEntry[]): Promise<MethodDefinition[]> {
  const seen = new Map<string, { method: string; version: number }>();
  for (const process of withWaiting(issue.process)) seen.set(process.method, process);
  for (const entry of entries) {
    const { method, version, decision, decisionVersion } = dataOf(entry);
    if (typeof method === "string" && typeof version === "number") seen.set(method, { method, version });
    if (typeof decision === "string" && typeof decisionVersion === "number") {
      seen.set(decision, { method: decision, version: decisionVersion });
    }
  }
  return Promise.all([...seen.values()].map((process) => methodOf(db, process)));
}

/** Names of stages and labels of their ways by method and id. */
function stageNames(methods: readonly MethodDefinition[]): StageNames {
  const names: Record<string, string> = {};
  for (const method of methods) {
    names[method.id] = method.name;
    for (const stage of method.stages) {
      names[`${method.id}/${stage.id}`] = stage.name;
      for (const { event, label } of waysOf(stage)) names[`${method.id}/${stage.id}/${event}`] = label;
    }
  }
  return names;
}

function meetingLine({ item, meeting }: { item: AgendaItem; meeting: Meeting }) {
  const { code, title, startsAt, state } = meeting;
  const { outcome, conclusion, reason } = item;
  return { code, title, startsAt, state, itemState: item.state, outcome, conclusion, reason };
}

function promise({ number, title, responsible, deadline, state }: ActionItem) {
  return { number, title, responsible, deadline, state };
}

/** Latest first. */
function historyOf(names: StageNames, entries: JournalEntry[]) {
  const lines = entries.map((entry) => {
    const { seq, at, actor: by, act } = entry;
    return { seq, at: new Date(at), by, ...historyWords(act, dataOf(entry), names) };
  });
  return lines.reverse();
}

/** What was entered for the gates so far and is still in force, those of decisions among it. */
function enteredOf(
  methods: readonly MethodDefinition[],
  { facts }: Issue,
): { fact: string; label: string; value: string }[] {
  return Object.entries(facts).flatMap(([fact, value]) => {
    const line = methods.flatMap((method) => (isEntered(method, fact) ? linesOfMethod(method) : [])).find(asks(fact));
    const words = told(value);
    return line && words !== "" ? [{ fact, label: line.text, value: words }] : [];
  });
}

const asks = (fact: string) => (line: GateLine) => line.fact === fact;

/** A fact's value as text; what was not confirmed is nothing. */
export function told(value: FactValue): string {
  if (value === false) return "";
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.join("、");
  return typeof value === "object" && value !== null ? countsWords(value as Counts) : String(value);
}

/** What the form for an issue needs: its fields as they stand, or empty ones, and the categories in use. */
export function issueForm(house: House, actor: Actor, id?: string) {
  return house.db.read(async (db) => {
    const settings = (await communityById(db, actor.communityId))?.settings ?? {};
    const issue = id === undefined ? null : await ownIssue(db, actor, id);
    return {
      issue: issue && {
        id: issue.id,
        number: issue.number,
        title: issue.title,
        detail: issue.detail,
        place: issue.place,
        category: issue.category,
        source: issue.source,
        raisedBy: issue.raisedBy,
        firstRaisedOn: issue.firstRaisedOn,
        version: issue.version,
        settled: issue.settledAt !== null,
      },
      categories: await categoriesInUse(db, actor.communityId),
      methods: (await methodsAtHand(db, actor.communityId))
        .filter((method) => method.status !== "blank" && isSwitchedOn(method, settings))
        .map(({ id: methodId, name, family, summary }) => ({ id: methodId, name, family, summary })),
      today: dayOf(house.clock()),
    };
  });
}
