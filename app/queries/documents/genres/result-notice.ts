import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import { isElection } from "#app/domain/rule/presets.ts";
import type { ClosedPoll, MeetingFacts } from "#app/queries/documents/facts.ts";
import { namesAround } from "#app/queries/documents/known-names.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { GenreInput } from "#templates/index.ts";
import { convenerOf } from "./convener.ts";
import { countOf, furtherPolls, heading, issueItems, tookPartFromHome } from "./parts.ts";

type NoticeChoices = { from: CalendarDay; masked: boolean };

/** 协商结果公示: what was settled so far, by counts instead of names. */
export function resultNotice(facts: MeetingFacts, { from, masked }: NoticeChoices): GenreInput<"result-notice"> {
  const { settings } = facts.community;
  const { contact = "", contactPhone = "", supervisionPhone = "" } = settings;
  const { until } = noticePeriod(from);
  const matter = matterOf(facts);
  const signedBy = signerOf(facts);
  return {
    ...heading(facts),
    signedBy,
    ...(matter ? { matter } : {}),
    ...(tookPartFromHome(facts) === undefined ? {} : { owners: true }),
    signedOn: from,
    participants: seatCounts(facts),
    items: issueItems(facts).flatMap(({ item, issue, actions, polls }) =>
      item.outcome
        ? {
            number: issue.number,
            title: item.title,
            place: issue.place,
            ...consensusOf(polls),
            outcome: item.outcome,
            step: item.stepLabel,
            conclusion: item.conclusion,
            reason: item.reason,
            polls: polls.map(countOf),
            followUps: actions.map(({ title, responsible, deadline }) => ({ title, responsible, deadline })),
          }
        : [],
    ),
    furtherPolls: furtherPolls(facts).map(countOf),
    noticeFrom: from,
    noticeUntil: until,
    objection: text.objection(signedBy),
    contact: { name: contact, phone: contactPhone },
    supervisionPhone,
    knownNames: namesAround(facts),
    masked,
  };
}

/** A meeting without issues that voted: it elected, or it voted. */
function matterOf({ agenda, polls }: MeetingFacts): "vote" | "election" | undefined {
  if (polls.length === 0 || agenda.some(({ issueId }) => issueId)) return undefined;
  return polls.every(({ ruleId }) => isElection(ruleId)) ? "election" : "vote";
}

/** Whose result it is: the owners' own, the election committee's (居组法第15条, 村组法第15条), else the committee's. */
function signerOf(facts: MeetingFacts): string {
  const { community, meeting, polls } = facts;
  if (tookPartFromHome(facts) !== undefined) return meeting.title;
  if (matterOf(facts) !== "election") return convenerOf(community, facts.body);
  const village = polls.every(({ ruleId }) => ruleId.startsWith("villagers-"));
  return text.electionCommitteeOf(community.name, village);
}

function seatCounts(facts: MeetingFacts): { seat: string; count: number }[] {
  const { attendees } = facts;
  const tookPart = tookPartFromHome(facts);
  if (tookPart !== undefined) return [{ seat: text.ownersVoting, count: tookPart }];
  const counts = new Map<string, number>();
  for (const { seat, presentAt } of attendees) {
    const name = seat || text.otherSeat;
    if (presentAt) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([seat, count]) => ({ seat, count }));
}

/** 一致 only when every one present agreed; a poll that failed is a difference of opinion. Without a poll nothing is claimed. */
function consensusOf(polls: ClosedPoll[]): { consensus?: "unanimous" | "majority" | "divided" } {
  const result = polls.at(-1)?.result;
  if (!result) return {};
  if (!result.passed) return { consensus: "divided" };
  return { consensus: result.for === result.present ? "unanimous" : "majority" };
}
