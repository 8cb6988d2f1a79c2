import { dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import { byUrgency } from "#app/domain/issue/for-agenda.ts";
import type { Actor, House } from "#app/house.ts";
import { METHODS, requireMethod } from "#app/methods/index.ts";
import { type Issue, issuesOf } from "#db/stores/issue.ts";

export type IssueFilter = {
  /** A stage's id, `open` for all that are not settled, `settled`; empty for all. */
  stage: string;
  category: string;
  /** Words to be found in number, title, detail, place, source or who raised it. */
  text: string;
};

export type IssueLine = Pick<
  Issue,
  "id" | "number" | "title" | "place" | "category" | "source" | "firstRaisedOn" | "timesDiscussed" | "stage"
> & {
  stageName: string;
  settled: boolean;
  /** 累计天数: days from the first-raised day until today, or until it was settled. */
  days: number;
};

/** More than a person reads; the filters find the rest. */
const MOST = 300;

/**
 * The community's issues for the list: those not settled first, the most urgent on top, then the settled, newest first. With the stages and
 * categories to filter by.
 */
export async function issueList(house: House, actor: Actor, filter: IssueFilter) {
  const all = await house.db.read((db) => issuesOf(db, actor.communityId));
  const today = dayOf(house.clock());
  const found = all.filter((issue) => fits(issue, filter));
  const open = found.filter((issue) => !issue.settledAt).sort(byUrgency);
  const settled = found.filter((issue) => issue.settledAt);
  return {
    lines: [...open, ...settled].slice(0, MOST).map((issue) => issueLine(issue, today)),
    found: found.length,
    total: all.length,
    open: all.filter((issue) => !issue.settledAt).length,
    stages: stageChoices(all),
    categories: categoriesOf(all),
  };
}

/** Categories in use, most used first. */
export function categoriesOf(issues: Pick<Issue, "category">[]): string[] {
  const uses = new Map<string, number>();
  for (const { category } of issues) if (category) uses.set(category, (uses.get(category) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1]).map(([category]) => category);
}

/** The stages that issues of this community can stand in, in the methods' order. */
function stageChoices(issues: Issue[]): { id: string; name: string; count: number }[] {
  const used = new Set(["roundtable", ...issues.map((issue) => issue.methodId)]);
  const stages = METHODS.filter((method) => used.has(method.id)).flatMap((method) => method.stages);
  const byId = new Map(stages.map((stage) => [stage.id, stage.name]));
  return [...byId].map(([id, name]) => ({ id, name, count: issues.filter((issue) => issue.stage === id).length }));
}

function fits(issue: Issue, { stage, category, text }: IssueFilter): boolean {
  if (stage === "open" && issue.settledAt) return false;
  if (stage === "settled" && !issue.settledAt) return false;
  if (stage && stage !== "open" && stage !== "settled" && issue.stage !== stage) return false;
  if (category && issue.category !== category) return false;
  const { number, title, detail, place, source, raisedBy } = issue;
  const inside = [`${number}`, title, detail, place, source, raisedBy].join("\n").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => inside.includes(word));
}

/** One line of the list. `today`: "YYYY-MM-DD". */
export function issueLine(issue: Issue, today: string): IssueLine {
  const { id, number, title, place, category, source, firstRaisedOn, timesDiscussed, stage, settledAt } = issue;
  const stageName = requireMethod(issue.methodId).stages.find((each) => each.id === stage)?.name ?? stage;
  const days = Math.max(0, daysBetween(firstRaisedOn, settledAt ? dayOf(settledAt) : today));
  const settled = settledAt !== null;
  return { id, number, title, place, category, source, firstRaisedOn, timesDiscussed, stage, stageName, settled, days };
}
