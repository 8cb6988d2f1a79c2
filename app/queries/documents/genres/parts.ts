import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { ClosedPoll, MeetingFacts } from "#app/queries/documents/facts.ts";
import { answerLines, areaWords, verdictWord } from "#app/text/answers.ts";
import type { Poll } from "#db/stores/poll.ts";

/** What every paper of a meeting begins with. */
export function heading({ community, meeting }: MeetingFacts) {
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

/** 应到 and 到会 with voting right. */
export function votingCounts({ attendees }: MeetingFacts): { due: number; present: number } {
  const voting = attendees.filter((line) => line.votingRight);
  return { due: voting.length, present: voting.filter((line) => line.presentAt !== null).length };
}

/** The agenda's issues with what was promised and voted on each. */
export function issueItems({ agenda, issues, actions, polls, voidedPolls }: MeetingFacts) {
  return agenda.flatMap((item) => {
    const issue = item.issueId ? issues.get(item.issueId) : undefined;
    if (!issue) return [];
    const mine = <T extends { agendaItemId: string | null }>(rows: T[]) =>
      rows.filter((row) => row.agendaItemId === item.id);
    return [{ item, issue, actions: mine(actions), polls: mine(polls), voided: mine(voidedPolls) }];
  });
}

/** Polls that stand under none of the agenda's issues: asked on the report back, or by a program without naming an item. */
export function furtherPolls(facts: MeetingFacts): ClosedPoll[] {
  return underNoIssue(facts, facts.polls);
}

/** The same of those that went wrong. */
export function furtherVoidedPolls(facts: MeetingFacts): Poll[] {
  return underNoIssue(facts, facts.voidedPolls);
}

function underNoIssue<P extends Poll>(facts: MeetingFacts, polls: P[]): P[] {
  const told = new Set(issueItems(facts).flatMap(({ polls, voided }) => [...polls, ...voided].map((poll) => poll.id)));
  return polls.filter((poll) => !told.has(poll.id));
}

/** “1,000.00” → “1000.00”: as the steps of the count on the same page have it, and as official papers write numbers. */
const uncut = (figures: string): string => figures.replace(/(?<=\d),(?=\d{3})/gu, "");

/** A poll's question, figures and reason. */
export function countOf({ id, question, mode, roundOf, remote, result }: ClosedPoll) {
  const { due, present, cast, abstain, against, invalid, passed, parts } = result;
  const figures = { due, present, cast, for: result.for, against, abstain, invalid, passed };
  const lines = answerLines(result).map((line) => ({ ...line, figures: uncut(line.figures) }));
  const answers = lines.length > 0 ? { answers: { lines, verdict: verdictWord(result).word } } : {};
  const area = areaWords(result);
  const more = {
    ...answers,
    ...(area ? { area: uncut(area) } : {}),
    ...(remote ? { remote } : {}),
    ...(parts ? { parts } : {}),
    ...(roundOf ? { secondRound: true } : {}),
    ...(result.election ? { election: result.election } : {}),
  };
  return { id, question, mode, ...more, ...figures, sentence: outcomeSentence(result) };
}

/** Where all votes were from home, over days: how many took part, in the vote that most took part in. A phone's check-in there is no coming. */
export function tookPartFromHome({ polls }: MeetingFacts): number | undefined {
  if (polls.length === 0 || !polls.every(({ remote }) => remote)) return undefined;
  return Math.max(...polls.map(({ result }) => result.cast));
}

/** A poll that went wrong: no figures. */
export const voidedOf = ({ question, mode, voidReason }: Poll) => ({ question, mode, reason: voidReason });

/** The same with the rule and its steps, so that the sum can be done again. */
export function countWithSteps(poll: ClosedPoll) {
  const { name, source } = requireRule(poll.ruleId);
  const { tellers } = poll;
  return {
    ...countOf(poll),
    ...(tellers.length > 0 ? { tellers } : {}),
    steps: poll.result.steps,
    rule: { name, source },
  };
}
