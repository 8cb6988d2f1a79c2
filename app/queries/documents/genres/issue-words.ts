import type { Facts, FactValue } from "#app/domain/method/definition.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { Issue } from "#db/stores/issue.ts";

/** Facts of the methods that tell why a matter is raised, what is proposed, and what it costs; the first that is filled in comes first. */
const CAUSE = ["cause", "appeal", "need", "basis"];
const PLAN = [
  "proposal",
  "councilProposal",
  "approach",
  "options",
  "plan",
  "suggestion",
  "measures",
  "projects",
  "matter",
];
const COST = ["cost", "money", "funds", "listFunds"];

/** What an issue says of itself to whoever is asked for an opinion: in its facts, else in its own words. */
export function issueWords({ detail, facts }: Pick<Issue, "detail" | "facts">) {
  const cause = wordsOf(facts, CAUSE);
  const plan = wordsOf(facts, PLAN);
  const why = cause.length > 0 ? cause.join("；") : detail;
  return {
    cause: why,
    plan: plan.length === 0 && why !== detail && detail !== "" ? [detail] : plan,
    concerned: concernedBy(facts),
    cost: wordsOf(facts, COST).join("；"),
  };
}

function wordsOf(facts: Facts, names: readonly string[]): string[] {
  return names.flatMap((name) => lines(facts[name]));
}

const lines = (value: FactValue): string[] =>
  (typeof value === "string" ? [value] : Array.isArray(value) ? (value as readonly string[]) : []).filter(
    (line) => line.trim() !== "",
  );

/** Households that were listed are counted, never named: who is concerned by name is nobody's business on a wall. */
function concernedBy(facts: Facts): string {
  const listed = lines(facts.affectedHouseholds).length;
  return [...lines(facts.affected), ...(listed > 0 ? [text.householdsConcerned(listed)] : [])].join("；");
}
