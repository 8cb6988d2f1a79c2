import type { GateLine, Stage } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";
import type { IssueFacts } from "#app/queries/documents/issue-facts.ts";
import type { Review } from "#templates/genres/review-opinion.ts";
import type { GenreInput } from "#templates/index.ts";
import { isPatrol } from "./patrol-record.ts";
import { type ToldFact, toldFacts, type Visit, visitsOf } from "./stage-visits.ts";

/** 审核意见书 of an issue: its reviews, those that ran side by side each by itself. None where no method of it has a review. */
export function reviewOpinion(facts: IssueFacts): GenreInput<"review-opinion"> | undefined {
  if (!facts.methods.some(({ stages }) => stages.some(isReview))) return undefined;
  const { community, issue, today } = facts;
  return {
    community: community.name,
    demonstration: community.demonstration,
    issue: { number: issue.number, title: issue.title },
    today,
    reviews: visitsOf(facts).flatMap((visit, place) => (isReview(visit.stage) ? reviewsIn(visit, place) : [])),
  };
}

/** 审核, or a stage that brings forth such a paper; a patrol is no review. */
function isReview(stage: Stage): boolean {
  const papers = stage.documents.includes("review-opinion") || stage.documents.includes("supervision-opinion");
  return papers || (stage.kind === "review" && !isPatrol({ stage }));
}

/** Whoever reviewed side by side, then what was made of it when the issue left the stage. */
function reviewsIn(visit: Visit, place: number): Review[] {
  const { stage, left, facts, deeds } = visit;
  const branches = (stage.branches ?? []).flatMap((branch, index) => {
    const deed = deeds.findLast(({ event, branch: isBranch }) => isBranch && event === branch.id);
    if (!deed) return [];
    const { on, by, reason } = deed;
    const asked = namesIn(branch.gate);
    const told = toldFacts(visit, deed.facts).filter(({ fact }) => asked.has(fact));
    const basis = sources([branch.source]);
    return [
      {
        key: `${place + 1}-${index + 1}`,
        stage: `${stage.name}：${branch.name}`,
        reviewer: branch.who,
        basis,
        ...parted(told),
        conclusion: "已提出意见",
        reason,
        on,
        by,
      },
    ];
  });
  if (!left) return branches;
  const { on, by, reason, way, event } = left;
  const ofBranches = namesIn((stage.branches ?? []).flatMap(({ gate }) => gate));
  const told = toldFacts(visit, facts).filter(({ fact }) => !ofBranches.has(fact));
  const basis = sources([stage.source, ...lawsBehind(stage, event)]);
  const own = {
    key: `${place + 1}`,
    stage: stage.name,
    reviewer: stage.who,
    basis,
    ...parted(told),
    conclusion: way,
    reason,
    on,
    by,
  };
  return [...branches, own];
}

const namesIn = (lines: readonly GateLine[]) => new Set(lines.map(({ fact }) => fact));

/** What is said in words is the opinion; what was ticked, chosen or filled in are the points that were looked at. */
function parted(told: readonly ToldFact[]): Pick<Review, "points" | "opinion"> {
  const isOpinion = ({ fact }: ToldFact) => /opinion$|^supervision/iu.test(fact);
  return {
    points: told.filter((each) => !isOpinion(each)).map(({ label, value }) => ({ label, value })),
    opinion: told
      .filter(isOpinion)
      .map(({ value }) => value)
      .join("；"),
  };
}

/** Laws that lines of the stage, or of the way that was taken, rest on. */
function lawsBehind({ gate, exits, exceptions }: Stage, event: string): Source[] {
  const taken = [...exits.filter((exit) => exit.event === event), ...exceptions.filter(({ code }) => code === event)];
  const lines = [...gate, ...taken.flatMap(({ gate: own = [] }) => own)];
  return lines.map(({ source }) => source).filter(({ kind }) => kind === "law");
}

function sources(given: readonly (Source | undefined)[]): Source[] {
  const known = given.filter((source) => source !== undefined);
  return [...new Map(known.map((source) => [JSON.stringify(source), source])).values()];
}
