import type { IssueFacts } from "#app/queries/documents/issue-facts.ts";
import type { RegisteredStage } from "#templates/genres/stage-register.ts";
import type { GenreInput } from "#templates/index.ts";
import { toldFacts, type Visit, visitsOf } from "./stage-visits.ts";

/** 环节登记表: every stage that the issue went through by its method, and by the decisions that it was sent into. */
export function stageRegister(facts: IssueFacts): GenreInput<"stage-register"> {
  const { issue, community, today, methods } = facts;
  const { number, title, place, category, source, raisedBy } = issue;
  const visits = visitsOf(facts);
  const several = new Set(visits.map(({ method }) => method.id)).size > 1;
  return {
    community: community.name,
    demonstration: community.demonstration,
    issue: { number, title, place, category, source, raisedBy },
    raisedOn: issue.firstRaisedOn,
    method: methods.find(({ id }) => id === issue.methodId)?.name ?? "",
    today,
    stages: visits.map((visit) => stageOf(visit, several)),
  };
}

function stageOf(visit: Visit, several: boolean): RegisteredStage {
  const { method, stage, from, left, facts, deeds } = visit;
  return {
    name: stage.name,
    method: several ? method.name : "",
    who: stage.who,
    from,
    until: left?.on ?? "",
    final: stage.final === true,
    facts: toldFacts(visit, facts),
    deeds: deeds.map(({ on, by, label, reason, facts: given }) => {
      return { on, by, label, reason, facts: toldFacts(visit, given) };
    }),
    way: left?.way ?? "",
    reason: left?.reason ?? "",
    by: left?.by ?? "",
  };
}
