import { quorumLine } from "#app/domain/attendance/quorum.ts";
import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { earliestAfterNotice } from "#app/domain/calendar/deadline.ts";
import { quorumSteps } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { resultSentence } from "#app/queries/meeting-snapshot.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { GenreId, GenreInput } from "#templates/index.ts";
import { type MeetingFacts, votingCounts } from "./facts.ts";

/** 公布不少于 15 日: 《城市居民委员会组织法》第34条 (协商确定的事项及其落实情况). */
const NOTICE_DAYS = 15;

/** What staff choose when they export: the first day of the notice, and whether personal data stays hidden. */
export type DocumentChoices = { from?: CalendarDay | undefined; masked?: boolean };

type Inputs = {
  [Id in GenreId]: (facts: MeetingFacts, choices: DocumentChoices, today: CalendarDay) => GenreInput<Id>;
};

/** How each genre is filled from a meeting. */
export const documentInputs: Inputs = {
  "attendance-sheet": attendanceSheet,
  minutes,
  "result-notice": resultNotice,
};

function heading({ community, meeting }: MeetingFacts) {
  return {
    community: community.name,
    demonstration: community.demonstration,
    meetingTitle: meeting.title,
    start: meeting.openedAt ?? meeting.startsAt,
    ...(meeting.closedAt ? { end: meeting.closedAt } : {}),
    place: meeting.place,
    chair: meeting.chair,
    recorder: meeting.recorder,
  };
}

function attendanceSheet(facts: MeetingFacts): GenreInput<"attendance-sheet"> {
  const { due, present } = votingCounts(facts.attendees);
  const rule = requireRule(facts.body.ruleId);
  const { needed, met } = quorumLine(rule, due, present);
  return {
    ...heading(facts),
    rows: facts.attendees.map(({ name, seat, unit, votingRight, presentAt, via }) => ({
      name,
      seat,
      unit,
      votingRight,
      ...(presentAt ? { presentAt } : {}),
      ...(presentAt && via ? { via } : {}),
    })),
    due,
    present,
    needed,
    quorumMet: met,
    quorumSentence: quorumSteps(rule, { due, present })
      .map((step) => step.text)
      .join(";"),
  };
}

function minutes(facts: MeetingFacts): GenreInput<"minutes"> {
  const { community, attendees } = facts;
  const counts = votingCounts(attendees);
  const names = (wanted: (line: MeetingFacts["attendees"][number]) => boolean) =>
    attendees.filter(wanted).map((line) => line.name);
  return {
    ...heading(facts),
    street: community.street,
    present: names((line) => line.votingRight && line.presentAt !== null),
    absent: names((line) => line.votingRight && line.presentAt === null),
    observers: names((line) => !line.votingRight && line.presentAt !== null),
    due: counts.due,
    presentVoting: counts.present,
    reportBack: facts.reportBack.lines
      .filter((line) => line.state !== "cancelled")
      .map(({ title, responsible, deadline, state, overdue, resultNote }) => ({
        title,
        responsible,
        deadline,
        state: state === "done" ? "done" : overdue ? "overdue" : "open",
        ...(resultNote ? { note: resultNote } : {}),
      })),
    items: issueItems(facts).map(({ item, issue, actions, polls }) => ({
      number: issue.number,
      title: item.title,
      place: issue.place,
      ...(item.outcome ? { outcome: item.outcome } : {}),
      conclusion: item.conclusion,
      reason: item.reason,
      differences: item.differences,
      actions: actions.map(({ title, responsible, deadline, plan }) => ({ title, responsible, deadline, plan })),
      polls: polls.map((poll) => ({
        ...tallyOf(poll),
        question: poll.question,
        sentence: resultSentence(poll.result),
        steps: poll.result.steps,
        rule: { name: requireRule(poll.ruleId).name, source: requireRule(poll.ruleId).source },
      })),
    })),
    journalHead: facts.journalHead,
  };
}

function resultNotice(facts: MeetingFacts, choices: DocumentChoices, today: CalendarDay): GenreInput<"result-notice"> {
  const { community, attendees } = facts;
  const { contact = "", contactPhone = "", supervisionPhone = "" } = community.settings;
  const noticeFrom = choices.from ?? today;
  return {
    ...heading(facts),
    signedBy: text.committeeOf(community.name),
    signedOn: noticeFrom,
    participants: seatCounts(facts),
    items: issueItems(facts).flatMap(({ item, issue, actions, polls }) =>
      item.outcome
        ? {
            title: item.title,
            place: issue.place,
            ...consensusOf(polls),
            outcome: item.outcome,
            conclusion: item.conclusion,
            reason: item.reason,
            polls: polls.map((poll) => ({ ...tallyOf(poll), sentence: resultSentence(poll.result) })),
            followUps: actions.map(({ title, responsible, deadline }) => ({ title, responsible, deadline })),
          }
        : [],
    ),
    noticeFrom,
    noticeUntil: earliestAfterNotice(noticeFrom, NOTICE_DAYS),
    objection: text.objection(facts.meeting.place),
    contact: { name: contact, phone: contactPhone },
    supervisionPhone,
    knownNames: knownNames(facts, attendees),
    masked: choices.masked ?? true,
  };
}

/** Everybody whose name a title or conclusion might carry. */
function knownNames({ issues, meeting }: MeetingFacts, attendees: MeetingFacts["attendees"]): string[] {
  const raised = [...issues.values()].map((issue) => issue.raisedBy);
  const names = [...attendees.map((line) => line.name), ...raised, meeting.chair, meeting.recorder];
  return [...new Set(names.filter((name) => name !== ""))];
}

function seatCounts({ attendees }: MeetingFacts): { seat: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { seat, presentAt } of attendees) {
    if (presentAt) counts.set(seat || text.otherSeat, (counts.get(seat || text.otherSeat) ?? 0) + 1);
  }
  return [...counts].map(([seat, count]) => ({ seat, count }));
}

/** The agenda's issues with what was promised and voted on each. */
function issueItems({ agenda, issues, actions, polls }: MeetingFacts) {
  return agenda.flatMap((item) => {
    const issue = item.issueId ? issues.get(item.issueId) : undefined;
    if (!issue) return [];
    const mine = <T extends { agendaItemId: string | null }>(rows: T[]) =>
      rows.filter((row) => row.agendaItemId === item.id);
    return [{ item, issue, actions: mine(actions), polls: mine(polls) }];
  });
}

type ClosedPoll = MeetingFacts["polls"][number];

function tallyOf({ mode, result }: ClosedPoll) {
  const { due, present, cast, abstain, against, invalid, passed } = result;
  return { secret: mode === "secret", due, present, cast, for: result.for, against, abstain, invalid, passed };
}

/** 一致 only when every one present agreed; a poll that failed is a difference of opinion. Without a poll nothing is claimed. */
function consensusOf(polls: ClosedPoll[]): { consensus?: "unanimous" | "majority" | "divided" } {
  const result = polls.at(-1)?.result;
  if (!result) return {};
  if (!result.passed) return { consensus: "divided" };
  return { consensus: result.for === result.present ? "unanimous" : "majority" };
}
