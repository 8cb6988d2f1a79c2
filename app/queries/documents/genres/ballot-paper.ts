import { DEFAULT_OPTIONS } from "#app/domain/poll/form.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { Poll } from "#db/stores/poll.ts";
import type { GenreInput } from "#templates/index.ts";
import { heading, issueItems } from "./parts.ts";

type Input = GenreInput<"ballot-paper">;
type Ballot = Input["ballots"][number];

const labels = (options: readonly { readonly label: string }[]): string[] => options.map(({ label }) => label);

/**
 * 表决票 of the votes to come that take papers; where there is none, of each issue that has not been treated yet. A vote that only phones take has no
 * paper: nobody could count it.
 */
export function ballotPaper(facts: MeetingFacts): Input {
  const { end: _end, ...named } = heading(facts);
  const votes = facts.pendingPolls.filter(takesPapers).map((poll) => ofPoll(poll, facts));
  return {
    ...named,
    start: facts.meeting.startsAt,
    ballots: votes.length > 0 ? votes : ofIssues(facts),
    enteredIn: ENTERED[facts.meeting.state],
  };
}

/** Before the meeting an issue on its agenda is enough for a paper to vote on. */
const ENTERED = { planned: "plan", open: "room", closed: "past", cancelled: "past" } as const;

const takesPapers = ({ mode, alsoPaper, remote }: Poll): boolean =>
  mode === "paper" || alsoPaper || (mode === "named" && remote);

function ofPoll(poll: Poll, { agenda, issues }: MeetingFacts): Ballot {
  const item = agenda.find(({ id }) => id === poll.agendaItemId);
  const issue = item?.issueId ? issues.get(item.issueId) : undefined;
  return {
    key: poll.id,
    question: poll.question,
    matter: poll.question,
    ...(issue ? { number: issue.number } : {}),
    asks: asksOf(poll),
    named: poll.mode === "named",
    byArea: requireRule(poll.ruleId).measures.includes("area"),
    ...(poll.endsAt ? { endsAt: poll.endsAt } : {}),
    ...(poll.minutes === null || poll.endsAt ? {} : { minutes: poll.minutes }),
  };
}

function asksOf({ form, options }: Poll): Ballot["asks"] {
  switch (form.kind) {
    case "yes-no":
      return { kind: "yes-no", answers: labels(options) };
    case "each":
      return { kind: "each", items: labels(form.items), answers: labels(options) };
    case "choice":
      return { kind: "choice", options: labels(options), most: form.most };
  }
}

/** Of a meeting that is over nothing is left to vote on; an issue with a vote of its own, on phones or by hands, has no second one on paper. */
function ofIssues(facts: MeetingFacts): Ballot[] {
  if (facts.meeting.state === "closed") return [];
  const asked = new Set([...facts.polls, ...facts.pendingPolls].map(({ agendaItemId }) => agendaItemId));
  return issueItems(facts)
    .filter(({ item }) => item.outcome === null && !asked.has(item.id))
    .map(({ item, issue }) => ({
      key: `issue-${issue.number}`,
      matter: item.title,
      number: issue.number,
      asks: { kind: "yes-no" as const, answers: labels(DEFAULT_OPTIONS) },
      named: false,
      byArea: false,
    }));
}
