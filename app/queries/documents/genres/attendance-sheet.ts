import { quorumBasis, roomQuorum } from "#app/domain/attendance/quorum.ts";
import { quorumSteps } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { GenreInput } from "#templates/index.ts";
import { heading, votingCounts } from "./parts.ts";

/** 签到表; printed before the meeting it leaves the counts free for a pen. */
export function attendanceSheet(facts: MeetingFacts): GenreInput<"attendance-sheet"> {
  const counts = votingCounts(facts);
  const rule = requireRule(facts.body.ruleId);
  const { needed, met } = roomQuorum(rule, counts.due, counts.present);
  return {
    ...heading(facts),
    begun: facts.meeting.state !== "planned",
    rows: facts.attendees.map(({ personId, name, seat, unit, votingRight, presentAt, via }) => ({
      name,
      seat,
      unit,
      votingRight,
      ...(presentAt ? { presentAt } : {}),
      ...(presentAt && via ? { via } : {}),
      ...holderOf(facts, personId),
    })),
    ...proxiesIn(facts),
    ...counts,
    needed,
    quorumMet: met,
    basis: quorumBasis(rule),
    // How many vote is not known from who came.
    quorumSentence:
      quorumBasis(rule) === "present"
        ? quorumSteps(rule, counts)
            .map((step) => step.text)
            .join("；")
        : "",
  };
}

function holderOf({ proxies }: MeetingFacts, personId: string): { holder?: string } {
  const own = proxies.find(({ principalId }) => principalId === personId);
  return own ? { holder: own.holder.name } : {};
}

function proxiesIn({ proxies }: MeetingFacts) {
  if (proxies.length === 0) return {};
  return {
    proxies: proxies.map(({ principal, holder, authority }) => {
      return { principal: principal.name, holder: holder.name, authority };
    }),
  };
}
