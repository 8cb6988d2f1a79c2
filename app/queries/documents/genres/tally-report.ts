import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { ClosedPoll, MeetingFacts } from "#app/queries/documents/facts.ts";
import { answerLines, verdictWord } from "#app/text/answers.ts";
import { issueNumber } from "#app/text/terms.ts";
import type { Poll } from "#db/stores/poll.ts";
import type { GenreInput } from "#templates/index.ts";
import { heading } from "./parts.ts";

type Input = GenreInput<"tally-report">;
type Closed = Extract<Input["polls"][number], { kind: "closed" }>;

/** 表决结果报告单 of every vote that is over: the counts as they were stored, and what was void. */
export function tallyReport(facts: MeetingFacts): Input {
  const held = [
    ...facts.polls.map((poll) => ({ poll, page: closed(poll, facts) })),
    ...facts.voidedPolls.map((poll) => ({
      poll,
      page: { kind: "voided" as const, ...heldOf(poll, facts), reason: poll.voidReason },
    })),
  ];
  return { ...heading(facts), polls: held.sort((a, b) => byOpening(a.poll, b.poll)).map(({ page }) => page) };
}

/** As the store orders them, the first opened first. */
function byOpening(a: Poll, b: Poll): number {
  const since = ({ openedAt, createdAt }: Poll) => (openedAt ?? createdAt).getTime();
  return since(a) - since(b) || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

function heldOf(poll: Poll, { agenda, issues }: MeetingFacts) {
  const item = agenda.find(({ id }) => id === poll.agendaItemId);
  const issue = item?.issueId ? issues.get(item.issueId) : undefined;
  return {
    question: poll.question,
    ...(item && issue ? { issue: `${issueNumber(issue.number)}　${item.title}` } : {}),
    mode: poll.mode,
    secondRound: poll.roundOf !== null,
    ...(poll.closedAt ? { closedAt: poll.closedAt } : {}),
  };
}

function closed(poll: ClosedPoll, facts: MeetingFacts): Closed {
  const { result, tellers, buildings, signedPapers } = poll;
  const { due, present, cast, against, abstain, invalid, area, parts = [], steps } = result;
  const { name, source } = requireRule(poll.ruleId);
  return {
    kind: "closed",
    ...heldOf(poll, facts),
    remote: poll.remote,
    due,
    present,
    cast,
    votes: { for: result.for, against, abstain, invalid },
    answers: answersOf(result),
    parts,
    ...(area ? { area } : {}),
    buildings,
    signedPapers,
    rule: { name, source },
    steps,
    sentence: outcomeSentence(result),
    verdict: verdictWord(result).word,
    tellers,
  };
}

/** Items in the ballot's order, options the most voted for first: as pages show them. */
function answersOf(result: ClosedPoll["result"]): Closed["answers"] {
  const items = new Map(result.items?.map((item) => [item.id, item]));
  const options = new Map(result.options?.map((option) => [option.id, option]));
  return answerLines(result).flatMap(({ id, label, verdict }): Closed["answers"] => {
    const item = items.get(id);
    if (item) {
      const { for: yes, against, abstain, invalid, area } = item;
      return [{ label, votes: { for: yes, against, abstain, invalid }, ...(area ? { area } : {}), verdict }];
    }
    return [{ label, chosen: options.get(id)?.votes ?? 0, verdict }];
  });
}
