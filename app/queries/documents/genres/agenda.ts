import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import { pollModes } from "#app/text/terms.ts";
import type { GenreInput } from "#templates/index.ts";
import { heading, issueItems } from "./parts.ts";

/** 会议议程, as planned. */
export function agenda(facts: MeetingFacts): GenreInput<"agenda"> {
  const { meeting, agenda: items, reportBack, polls, pendingPolls } = facts;
  const first = items.find(({ kind }) => kind === "report-back");
  const { end: _end, ...named } = heading(facts);
  const voteOn = (itemId: string) => [...polls, ...pendingPolls].find(({ agendaItemId }) => agendaItemId === itemId);
  return {
    ...named,
    start: meeting.startsAt,
    ...(first
      ? {
          reportBack: {
            title: first.title,
            minutes: first.plannedMinutes,
            done: reportBack.done,
            open: reportBack.open,
            overdue: reportBack.overdue,
          },
        }
      : {}),
    items: issueItems(facts).map(({ item, issue }) => {
      const vote = voteOn(item.id);
      return {
        number: issue.number,
        title: item.title,
        reporter: issue.raisedBy,
        minutes: item.plannedMinutes,
        vote: vote ? pollModes[vote.mode] : "",
      };
    }),
  };
}
