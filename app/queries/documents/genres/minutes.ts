import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { ReportBackLine } from "#app/queries/report-back.ts";
import type { Attendee } from "#db/stores/roll.ts";
import type { GenreInput } from "#templates/index.ts";
import { convenerOf } from "./convener.ts";
import {
  countWithSteps,
  furtherPolls,
  furtherVoidedPolls,
  heading,
  issueItems,
  tookPartFromHome,
  voidedOf,
  votingCounts,
} from "./parts.ts";

/** 会议纪要. `number` is the 期号 that staff give it; the database knows none. */
export function minutes(facts: MeetingFacts, { number = "" }: { number?: string }): GenreInput<"minutes"> {
  const counts = votingCounts(facts);
  const tookPart = tookPartFromHome(facts);
  const names = (wanted: (line: Attendee) => boolean) => facts.attendees.filter(wanted).map((line) => line.name);
  return {
    ...heading(facts),
    street: facts.community.street,
    ...(facts.community.kind === "street" ? { office: convenerOf(facts.community) } : {}),
    ...(number && { number }),
    present: names((line) => line.votingRight && line.presentAt !== null),
    absent: names((line) => line.votingRight && line.presentAt === null),
    observers: names((line) => !line.votingRight && line.presentAt !== null),
    due: counts.due,
    presentVoting: counts.present,
    ...(tookPart === undefined ? {} : { tookPart }),
    reportBack: facts.reportBack.lines.filter((line) => line.state !== "cancelled").map(reported),
    items: issueItems(facts).map(({ item, issue, actions, polls, voided }) => ({
      number: issue.number,
      title: item.title,
      place: issue.place,
      ...(item.outcome ? { outcome: item.outcome, step: item.stepLabel } : {}),
      conclusion: item.conclusion,
      reason: item.reason,
      differences: item.differences,
      actions: actions.map(({ title, responsible, deadline, plan }) => ({ title, responsible, deadline, plan })),
      polls: polls.map(countWithSteps),
      voidedPolls: voided.map(voidedOf),
    })),
    furtherPolls: furtherPolls(facts).map(countWithSteps),
    furtherVoidedPolls: furtherVoidedPolls(facts).map(voidedOf),
    journalHead: facts.journalHead,
  };
}

function reported({ title, responsible, deadline, state, overdue, resultNote }: ReportBackLine) {
  return {
    title,
    responsible,
    deadline,
    state: state === "done" ? ("done" as const) : overdue ? ("overdue" as const) : ("open" as const),
    ...(resultNote ? { note: resultNote } : {}),
  };
}
