import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { Handle } from "#db/connect.ts";
import { type IssueFilter, type IssueGroup, stageKey } from "#db/stores/issue-search.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import { methodsOf } from "./issue-line.ts";

export type Choice = { id: string; name: string; issues: number };
/** A stage to choose, with the name of the method whose stage it is. */
export type StageChoice = Choice & { method: string };

/** What a list can be narrowed to further, each with how many issues it would leave under the other conditions. */
export type Facets = {
  states: { all: number; open: number; settled: number; late: number };
  /** Those that the issues began by, in the gallery's order. */
  methods: Choice[];
  /** Method by method, each in the order of its stages. */
  stages: StageChoice[];
  /** Most used first. */
  categories: Choice[];
};

/** The choices, from the groups of the issues that hold the filter's words. What is chosen is always among them. */
export async function facetsOf(
  db: Handle,
  communityId: string,
  groups: IssueGroup[],
  filter: IssueFilter,
): Promise<Facets> {
  const versions = groups.map(({ processMethod: method, processVersion: version }) => ({ method, version }));
  const known = [...(await methodsAtHand(db, communityId)), ...(await methodsOf(db, versions)).values()];
  const without = (...conditions: (keyof IssueFilter)[]) => {
    const wider = { ...filter };
    for (const each of conditions) wider[each] = "";
    return groups.filter((group) => fits(group, wider));
  };
  return {
    states: statesOf(without("state")),
    // With another method another stage is chosen too.
    methods: methodChoices(without("method", "stage"), known, filter.method),
    stages: stageChoices(without("stage"), known, filter.stage),
    categories: categoryChoices(without("category"), filter.category),
  };
}

/** All issues of these groups, and those of them that are not settled. */
export function totals(groups: IssueGroup[]): { total: number; open: number } {
  return { total: sum(groups), open: sum(groups.filter((group) => !group.settled)) };
}

/** How many of these issues the filter leaves; its words are not asked again. */
export const foundAmong = (groups: IssueGroup[], filter: IssueFilter): number =>
  sum(groups.filter((group) => fits(group, filter)));

const sum = (groups: IssueGroup[]): number => groups.reduce((all, group) => all + group.issues, 0);

function fits(group: IssueGroup, { state, stage, method, category }: IssueFilter): boolean {
  if (state === "late" && !group.late) return false;
  if ((state === "open" || state === "settled") && group.settled !== (state === "settled")) return false;
  if (stage && stage !== stageKey(group)) return false;
  return (!method || method === group.methodId) && (!category || category === group.category);
}

function statesOf(groups: IssueGroup[]): Facets["states"] {
  return {
    all: sum(groups),
    open: sum(groups.filter((group) => !group.settled)),
    settled: sum(groups.filter((group) => group.settled)),
    late: sum(groups.filter((group) => group.late)),
  };
}

function categoryChoices(groups: IssueGroup[], chosen: string): Choice[] {
  const counts = countBy(groups, (group) => group.category, chosen);
  return counts.map(({ id, issues }) => ({ id, name: id, issues })).sort((a, b) => b.issues - a.issues);
}

function methodChoices(groups: IssueGroup[], known: MethodDefinition[], chosen: string): Choice[] {
  return countBy(groups, (group) => group.methodId, chosen)
    .map(({ id, issues }) => ({ id, issues, place: known.findIndex((each) => each.id === id) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id, issues, place }) => ({ id, name: known[place]?.name ?? id, issues }));
}

function stageChoices(groups: IssueGroup[], known: MethodDefinition[], chosen: string): StageChoice[] {
  return countBy(groups, stageKey, chosen)
    .map(({ id, issues }) => {
      const [methodId = "", stageId = id] = id.split(".");
      const place = known.findIndex((each) => each.id === methodId && indexOf(each, stageId) >= 0);
      return { id, stageId, issues, place, stage: indexOf(known[place], stageId) };
    })
    .sort((a, b) => a.place - b.place || a.stage - b.stage)
    .map(({ id, stageId, issues, place, stage }) => {
      const definition = known[place];
      return { id, name: definition?.stages[stage]?.name ?? stageId, method: definition?.name ?? "", issues };
    });
}

const indexOf = (method: MethodDefinition | undefined, stage: string): number =>
  method?.stages.findIndex((each) => each.id === stage) ?? -1;

/** Issues by what `key` says of their group, the empty key left out and the chosen one always there. */
function countBy(groups: IssueGroup[], key: (group: IssueGroup) => string, chosen: string) {
  const counts = new Map<string, number>(chosen ? [[chosen, 0]] : []);
  for (const group of groups) counts.set(key(group), (counts.get(key(group)) ?? 0) + group.issues);
  counts.delete("");
  return [...counts].map(([id, issues]) => ({ id, issues }));
}
