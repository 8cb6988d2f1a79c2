import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import { maskName, maskParty } from "#app/domain/person/mask.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { GenreInput } from "#templates/index.ts";
import type { ClosedPoll, MeetingFacts } from "./facts.ts";
import { countOf, furtherPolls, heading, issueItems } from "./parts.ts";

type NoticeChoices = { from: CalendarDay; masked: boolean };

/** 协商结果公示: what was settled so far, by counts instead of names. */
export function resultNotice(facts: MeetingFacts, { from, masked }: NoticeChoices): GenreInput<"result-notice"> {
  const { name, settings } = facts.community;
  const { contact = "", contactPhone = "", supervisionPhone = "" } = settings;
  const { until } = noticePeriod(from);
  return {
    ...heading(facts),
    signedBy: text.committeeOf(name),
    signedOn: from,
    participants: seatCounts(facts),
    items: issueItems(facts).flatMap(({ item, issue, actions, polls }) =>
      item.outcome
        ? {
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
    objection: text.objection(text.committeeOf(name)),
    contact: { name: contact, phone: contactPhone },
    supervisionPhone,
    knownNames: knownNames(facts),
    masked,
  };
}

/** Everybody whose name a title or conclusion might carry. */
function knownNames({ roll, issues, meeting, attendees }: MeetingFacts): string[] {
  const raised = [...issues.values()].flatMap((issue) => personIn(issue.raisedBy));
  const names = [...roll, ...attendees.map((line) => line.name), ...raised, meeting.chair, meeting.recorder];
  return [...new Set(names.filter((name) => name !== ""))];
}

/** Who raised an issue, if that names a person: 网格员 or 物业公司 must not be masked wherever they are mentioned. */
function personIn(raisedBy: string): string[] {
  return raisedBy !== "" && maskParty(raisedBy, []) === maskName(raisedBy) ? [raisedBy] : [];
}

function seatCounts({ attendees }: MeetingFacts): { seat: string; count: number }[] {
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
