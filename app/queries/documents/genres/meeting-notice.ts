import type { Chosen } from "#app/queries/documents/choices.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { GenreInput } from "#templates/index.ts";
import { convenerOf } from "./convener.ts";
import { heading, issueItems } from "./parts.ts";
import { proxyTermsOf } from "./proxy-terms.ts";
import { countsBySeat } from "./seats.ts";

/** 会议通知, or 停开通知 of a meeting that was called off. It tells the plan: when the meeting is to begin, not when it did. */
export function meetingNotice(facts: MeetingFacts, { issuedOn }: Chosen): GenreInput<"meeting-notice"> {
  const { community, meeting, body, agenda, attendees } = facts;
  const { contact = "", contactPhone = "" } = community.settings;
  const { end: _end, ...named } = heading(facts);
  const owners = body.ruleId.startsWith("owners-");
  return {
    ...named,
    start: meeting.startsAt,
    convener: convenerOf(community, body),
    reportBack: agenda.find(({ kind }) => kind === "report-back")?.title ?? "",
    issues: issueItems(facts).map(({ item, issue }) => ({
      number: issue.number,
      title: item.title,
      reporter: issue.raisedBy,
    })),
    votes: votesPlanned(facts),
    due: countsBySeat(
      attendees.filter(({ votingRight }) => votingRight),
      owners ? text.owners : text.otherSeat,
    ),
    observers: countsBySeat(attendees.filter(({ votingRight }) => !votingRight)),
    proxy: proxyTermsOf(facts),
    contact: { name: contact, phone: contactPhone },
    ...(owners ? { owners } : {}),
    issuedOn,
    ...(meeting.state === "cancelled" ? { calledOff: meeting.cancelReason } : {}),
  };
}

/** Questions on no issue that were to be voted on before the meeting began; what came up in the room was not called for. */
function votesPlanned({ meeting, agenda, pendingPolls, polls }: MeetingFacts): string[] {
  const issues = new Set(agenda.filter(({ issueId }) => issueId).map(({ id }) => id));
  const begun = meeting.openedAt ?? null;
  return [...polls, ...pendingPolls]
    .filter(({ agendaItemId, remote, createdAt }) => {
      return !issues.has(agendaItemId ?? "") && (remote || begun === null || createdAt < begun);
    })
    .map(({ question }) => question);
}
