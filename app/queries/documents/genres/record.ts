import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { ReportBackLine } from "#app/queries/report-back.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { AgendaItem } from "#db/stores/meeting.ts";
import type { Speech } from "#db/stores/speech.ts";
import type { GenreInput } from "#templates/index.ts";
import { countWithSteps, heading, tookPartFromHome, voidedOf, votingCounts } from "./parts.ts";
import { namesBySeat } from "./seats.ts";

type Input = GenreInput<"record">;

/** 会议记录: item by item as the meeting went. */
export function record(facts: MeetingFacts): Input {
  const { attendees, agenda, meeting } = facts;
  const { due, present } = votingCounts(facts);
  const tookPart = tookPartFromHome(facts);
  const onAgenda = new Set(agenda.map(({ id }) => id));
  const further = <T extends { agendaItemId: string | null }>(polls: T[]) =>
    polls.filter(({ agendaItemId }) => agendaItemId === null || !onAgenda.has(agendaItemId));
  return {
    ...heading(facts),
    begun: meeting.openedAt !== null,
    present: namesBySeat(attendees.filter((line) => line.votingRight && line.presentAt !== null)),
    absent: namesBySeat(attendees.filter((line) => line.votingRight && line.presentAt === null)),
    observers: namesBySeat(attendees.filter((line) => !line.votingRight && line.presentAt !== null)),
    due,
    presentVoting: present,
    ...(tookPart === undefined ? {} : { tookPart }),
    items: agenda.map((item) => itemOf(facts, item)),
    furtherPolls: further(facts.polls).map(countWithSteps),
    furtherVoidedPolls: further(facts.voidedPolls).map(voidedOf),
  };
}

function itemOf(facts: MeetingFacts, item: AgendaItem): Input["items"][number] {
  const mine = <T extends { agendaItemId: string | null }>(rows: T[]) =>
    rows.filter(({ agendaItemId }) => agendaItemId === item.id);
  const issue = item.issueId ? facts.issues.get(item.issueId) : undefined;
  return {
    ...(issue ? { number: issue.number } : {}),
    title: item.title,
    reporter: issue?.raisedBy ?? "",
    report: issue?.detail ?? "",
    ...(item.kind === "report-back" ? { reported: reportedIn(facts) } : {}),
    speeches: mine(facts.speeches).map((speech) => speechOf(speech, facts.meeting.closedAt)),
    polls: mine(facts.polls).map(countWithSteps),
    voidedPolls: mine(facts.voidedPolls).map(voidedOf),
    ...(item.outcome ? { outcome: item.outcome, step: item.stepLabel } : {}),
    conclusion: item.conclusion,
    reason: item.reason,
    differences: item.differences,
    actions: mine(facts.actions).map(({ title, responsible, deadline, plan }) => ({
      title,
      responsible,
      deadline,
      plan,
    })),
  };
}

/** What was entered once the meeting was over is 补录, and says so. */
const speechOf = ({ speaker, body, createdAt }: Speech, closedAt: Date | null) => ({
  speaker,
  words: body,
  at: createdAt,
  ...(closedAt && createdAt > closedAt ? { added: true } : {}),
});

function reportedIn({ reportBack }: MeetingFacts): string[] {
  const lines = reportBack.lines.filter(({ state }) => state !== "cancelled");
  return lines.length === 0 ? [text.nothingToReport] : lines.map(reportedLine);
}

function reportedLine({ title, responsible, deadline, state, overdue, resultNote }: ReportBackLine): string {
  const progress = state === "done" ? text.progress.done : overdue ? text.progress.overdue : text.progress.open;
  return text.reportedLine({ title, responsible, deadline: formatDay(deadline), progress, note: resultNote });
}
