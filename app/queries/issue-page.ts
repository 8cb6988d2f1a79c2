import { dayOf } from "#app/domain/calendar/day.ts";
import type { JournalEntry } from "#app/domain/journal/chain.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { type NextStep, nextSteps, requireStage } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { METHODS, requireMethod } from "#app/methods/index.ts";
import { historyWords } from "#app/text/issue-history.ts";
import { journalOf } from "#db/journal.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { type ActionItem, actionItemsOfIssue, type Issue, issuesOf } from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemsOfIssue, type Meeting } from "#db/stores/meeting.ts";
import { ownIssue } from "#db/stores/own.ts";
import { categoriesOf, issueLine } from "./issue-list.ts";
import { stagesOnTheWay } from "./issue-stages.ts";

/** Everything the issue's page shows. Throws not-found, for another community's issue too. */
export function issuePage(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const issue = await ownIssue(db, actor, id);
    const method = requireMethod(issue.methodId);
    const today = dayOf(house.clock());
    const entries = await journalOf(db, issue.id);
    const facts = await factsAbout(db, method, issue);
    const { detail, raisedBy, version, createdAt, settledAt } = issue;
    return {
      ...issueLine(issue, today),
      detail,
      raisedBy,
      version,
      createdAt,
      settledAt,
      method: { id: method.id, name: method.name },
      stages: stagesOnTheWay(method, issue, entries),
      steps: nextSteps(method, issue.process, facts).map((each) => withInputs(method, issue, each, today)),
      entered: enteredOf(issue),
      meetings: (await agendaItemsOfIssue(db, id)).map(meetingLine),
      actionItems: (await actionItemsOfIssue(db, id)).map(promise),
      history: historyOf(method, entries),
      today,
    };
  });
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
function historyOf(method: MethodDefinition, entries: JournalEntry[]) {
  const names = Object.fromEntries(method.stages.map((stage) => [stage.id, stage.name]));
  const lines = entries.map(({ seq, at, actor: by, act, data }) => {
    const members = typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data } : {};
    return { seq, at: new Date(at), by, ...historyWords(act, members, names) };
  });
  return lines.reverse();
}

/** Facts that come from the issue's own fields or from the meetings' record: nobody types them into a step. */
const NOT_TYPED = ["title", "place", "category", "statements", "seatsPresent", "returned", "discussed", "reason"];

export type StepField = { fact: string; kind: "text" | "day" | "yes" | "rating"; value: string };
export type OpenStep = NextStep & {
  fields: StepField[];
  /** Lines that no field of this step can meet: until they hold, the step is not open. */
  blocked: NextStep["checklist"];
  /** The meeting takes this step by itself when it comes to the issue. */
  byMeeting: boolean;
};

function withInputs(method: MethodDefinition, issue: Issue, next: NextStep, today: string): OpenStep {
  const stage = requireStage(method, issue.stage);
  const lines = [...stage.gate, ...[...stage.exits, ...stage.exceptions].flatMap((way) => way.gate ?? [])];
  const typed = next.checklist.flatMap(({ id }) => lines.find((line) => line.id === id) ?? []);
  const fields = typed
    .filter((line) => !NOT_TYPED.includes(line.fact))
    .map((line): StepField => {
      const known = issue.facts[line.fact];
      const proposed = line.test.op === "is-day" ? proposedDeadline(method, next.to, today) : undefined;
      const value = known === undefined || known === null ? (proposed ?? "") : String(known);
      return { fact: line.fact, kind: kindOf(line.fact, line.test.op), value };
    });
  const asked = new Set(
    typed.filter((line) => fields.some((field) => field.fact === line.fact)).map((line) => line.id),
  );
  const reasons = new Set(typed.filter((line) => line.fact === "reason").map((line) => line.id));
  const blocked = next.checklist.filter((line) => !line.met && !asked.has(line.id) && !reasons.has(line.id));
  return { ...next, fields, blocked, byMeeting: requireStage(method, next.to).kind === "deliberate" };
}

function kindOf(fact: string, op: string): StepField["kind"] {
  if (fact === "rating") return "rating";
  return op === "is-day" ? "day" : op === "is-true" ? "yes" : "text";
}

/** What was entered for the gates so far and is still in force. */
function enteredOf({ facts }: Issue): { fact: string; value: string }[] {
  return Object.entries(facts)
    .filter(([fact, value]) => !NOT_TYPED.includes(fact) && value !== "" && value !== null && value !== undefined)
    .map(([fact, value]) => ({ fact, value: String(value) }));
}

/** What the form for an issue needs: its fields as they stand, or empty ones, and the categories in use. */
export function issueForm(house: House, actor: Actor, id?: string) {
  return house.db.read(async (db) => {
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
      categories: categoriesOf(await issuesOf(db, actor.communityId)),
      methods: METHODS.map(({ id: methodId, name }) => ({ id: methodId, name })),
      today: dayOf(house.clock()),
    };
  });
}
