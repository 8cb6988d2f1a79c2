import { overdueDays } from "#app/domain/action-item/machine.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { ActionCourse, Dossier, IssueFacts } from "#app/queries/documents/issue-facts.ts";
import type { AssignmentSlip, AssignmentTurn } from "#templates/genres/assignment.ts";
import type { GenreInput } from "#templates/index.ts";
import { signerOf } from "./convener.ts";

type Input = GenreInput<"assignment">;
type Facts = MeetingFacts | IssueFacts;

/** 交办（督办）单 of a meeting: every action item that it promised, as it stands today. */
export function meetingAssignment(facts: MeetingFacts): Input {
  const promised = new Set(facts.actions.map(({ id }) => id));
  const slips = facts.dossiers.flatMap((dossier) =>
    dossier.courses.filter(({ item }) => promised.has(item.id)).map((course) => slipOf(dossier, course, facts.today)),
  );
  return { ...headOf(facts), matter: facts.meeting.title, enteredIn: "room", slips };
}

/** 交办（督办）单 of an issue: its action items. */
export function issueAssignment(facts: IssueFacts): Input {
  const slips = facts.courses.map((course) => slipOf(facts, course, facts.today));
  return { ...headOf(facts), matter: facts.issue.title, enteredIn: "issue", slips };
}

function headOf(facts: Facts) {
  const { community, today } = facts;
  const { name, demonstration } = community;
  return { community: name, demonstration, issuedBy: signerOf(facts), today };
}

function slipOf({ issue, meetings }: Dossier, { item, entries, progress }: ActionCourse, today: string) {
  const at = meetings.find(({ item: agendaItem }) => agendaItem.id === item.agendaItemId);
  const { number, title, responsible, deadline, plan, state, resultNote, createdAt, doneAt } = item;
  const slip: AssignmentSlip = {
    number,
    issue: { number: issue.number, title: issue.title },
    ...(at ? { meeting: { title: at.meeting.title, day: dayOf(at.meeting.startsAt) } } : {}),
    decision: at?.item.conclusion ?? "",
    matter: title,
    plan,
    responsible,
    assignedOn: dayOf(createdAt),
    deadline,
    turns: entries.flatMap(turnOf),
    progress: progress.map(({ on, meeting, note }) => ({ on, meeting, note })),
    state,
    result: resultNote,
    endedOn: doneAt ? dayOf(doneAt) : "",
    reportedBy: entries.findLast(({ act }) => act === "finish-action-item" && state === "done")?.actor ?? "",
    overdueDays: overdueDays({ state, deadline }, today),
  };
  return slip;
}

const wordsIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** A moved deadline and work sent back, from the journal; what was marked done by mistake is neither. */
function turnOf(entry: JournalEntry): AssignmentTurn[] {
  const data = dataOf(entry);
  const { reason, was, deadline } = {
    reason: wordsIn(data.reason),
    was: wordsIn(data.was),
    deadline: wordsIn(data.deadline),
  };
  const done = { on: dayOf(new Date(entry.at)), by: entry.actor, reason };
  if (entry.act === "move-deadline") return [{ kind: "extended", ...done, was, deadline }];
  return entry.act === "return-action-item" ? [{ kind: "returned", ...done }] : [];
}
