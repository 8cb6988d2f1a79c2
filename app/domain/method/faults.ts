import { requireRule } from "#app/domain/rule/presets.ts";
import { waysOf } from "./compile.ts";
import type { GateLine, MethodDefinition, Stage } from "./definition.ts";
import { COMPUTED_FACTS, countersOf, kindsSaid, linesOfMethod } from "./fact-kind.ts";

/** What is wrong with a method, and where: a path into its data, such as ["stages", 3, "exits", 0, "to"]. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = Fault["path"];

function repeated(names: readonly string[]): { name: string; index: number }[] {
  return names.flatMap((name, index) => (names.indexOf(name) === index ? [] : [{ name, index }]));
}

/** The ways of a stage as they stand in the data, each with its path. */
function writtenWays(stage: Stage, at: Path): { event: string; to: string; path: Path }[] {
  const exits = stage.exits.map(({ event, to }, index) => ({ event, to, path: [...at, "exits", index] }));
  const exceptions = stage.exceptions.map(({ code, to }, i) => ({ event: code, to, path: [...at, "exceptions", i] }));
  const branches = (stage.branches ?? []).map(({ id }, i) => ({
    event: id,
    to: stage.id,
    path: [...at, "branches", i],
  }));
  const decisions = (stage.decisions ?? []).map(({ method }, i) => {
    return { event: method, to: stage.id, path: [...at, "decisions", i] };
  });
  return [...exits, ...exceptions, ...branches, ...decisions];
}

/** Every gate of a stage as it stands in the data, each with its path. */
function writtenGates(stage: Stage, at: Path): { gate: readonly GateLine[]; path: Path }[] {
  const own = { gate: stage.gate, path: [...at, "gate"] };
  const lists = [
    ["exits", stage.exits],
    ["exceptions", stage.exceptions],
    ["branches", stage.branches ?? []],
    ["decisions", stage.decisions ?? []],
  ] as const;
  const inner = lists.flatMap(([name, ways]) =>
    ways.map((way, index) => ({ gate: way.gate ?? [], path: [...at, name, index, "gate"] })),
  );
  return [own, ...inner];
}

function wayFaults(stage: Stage, at: Path, known: ReadonlySet<string>): Fault[] {
  const ways = writtenWays(stage, at);
  const twice = repeated(ways.map((way) => way.event)).map(({ name, index }) => ({
    path: ways[index]?.path ?? at,
    message: `环节“${stage.name}”里“${name}”出现了两次`,
  }));
  const nowhere = ways
    .filter((way) => !known.has(way.to))
    .map((way) => ({
      path: [...way.path, "to"],
      message: `环节“${stage.name}”的“${way.event}”指向不存在的环节“${way.to}”`,
    }));
  return [...twice, ...nowhere];
}

function endFaults(stage: Stage, at: Path): Fault[] {
  const faults: Fault[] = [];
  const say = (path: Path, message: string) => faults.push({ path: [...at, ...path], message });
  if ((stage.kind === "final") !== (stage.final === true))
    say(["kind"], `“${stage.name}”：终点的类型须是 final，并标明 final: true`);
  if (stage.final && writtenWays(stage, at).length > 0) say([], `终点“${stage.name}”不能再有出口`);
  if (!stage.final && stage.exits.length === 0) say(["exits"], `环节“${stage.name}”没有出口`);
  if (!stage.final && stage.result) say(["result"], `只有终点才有决定结果，“${stage.name}”不是终点`);
  const { deadline } = stage;
  if (deadline?.maxDays !== undefined && deadline.maxDays < deadline.days) {
    say(["deadline", "maxDays"], `环节“${stage.name}”的最长天数少于默认天数`);
  }
  return faults;
}

function decisionFaults(stage: Stage, at: Path): Fault[] {
  const back = stage.exits.map((exit) => exit.after);
  if (stage.decisions) {
    const missing = (["passed", "failed"] as const).filter((result) => !back.includes(result));
    return [
      ...missing.map((result) => ({
        path: [...at, "exits"],
        message: `环节“${stage.name}”会转入法定决定，须有决定${result === "passed" ? "通过" : "未通过"}后的出口（after: ${result}）`,
      })),
      ...guardedReturns(stage, at),
    ];
  }
  const stray = back.findIndex((after) => after !== undefined);
  if (stray < 0) return [];
  const path = [...at, "exits", stray, "after"];
  return [{ path, message: `环节“${stage.name}”没有转入法定决定，不会有决定回来` }];
}

/** Nobody takes the exit by which a decision comes back: a gate there would hold up the decision's own last step, where it is not even shown. */
function guardedReturns(stage: Stage, at: Path): Fault[] {
  return stage.exits.flatMap(({ after, gate = [] }, index) =>
    after && gate.length > 0
      ? [{ path: [...at, "exits", index, "gate"], message: `环节“${stage.name}”里决定回来的出口不能设关口` }]
      : [],
  );
}

/** A vote that needs so many people needs a way on for the day on which they do not come. */
function quorumFaults(stage: Stage, at: Path): Fault[] {
  const gates = writtenGates(stage, at);
  const counted = gates.find(({ gate }) => gate.some(({ test }) => needsQuorum(test)));
  if (!counted || stage.exceptions.some((each) => each.code === "no-quorum")) return [];
  return [{ path: [...at, "exceptions"], message: `环节“${stage.name}”要够法定人数，须有“流会”的出口（no-quorum）` }];
}

function needsQuorum(test: GateLine["test"]): boolean {
  return "rules" in test && test.rules.some((id) => knownRule(id)?.quorum);
}

function knownRule(id: string) {
  try {
    return requireRule(id);
  } catch {
    return undefined;
  }
}

function ruleFaults(stage: Stage, at: Path): Fault[] {
  const own = (stage.rules ?? []).map((id, index) => ({ id, path: [...at, "rules", index] }));
  const asked = writtenGates(stage, at).flatMap(({ gate, path }) =>
    gate.flatMap(({ test }, index) =>
      "rules" in test ? test.rules.map((id, i) => ({ id, path: [...path, index, "test", "rules", i] })) : [],
    ),
  );
  return [...own, ...asked]
    .filter(({ id }) => !knownRule(id))
    .map(({ id, path }) => ({ path, message: `没有“${id}”这条通过规则` }));
}

/** Places of lines in a gate whose id came before: in the gate itself, or in the stage's own, which every exit asks too. */
function twiceAsked(stage: Stage, gate: readonly GateLine[]): number[] {
  const isExit = stage.exits.some((exit) => exit.gate === gate && !exit.after);
  const before = isExit ? stage.gate.map((line) => line.id) : [];
  return repeated([...before, ...gate.map((line) => line.id)])
    .map(({ index }) => index - before.length)
    .filter((index) => index >= 0);
}

/** Whether somebody can ever make the line true: a seat that exists, a counter that is raised, a fact of the right kind. */
function lineFaults(method: MethodDefinition, stage: Stage, at: Path): Fault[] {
  const counters = countersOf(method);
  const seats = new Set(method.seats.map((seat) => seat.id));
  const kinds = kindsSaid(method);
  const asked = new Set(linesOfMethod(method).map((line) => line.fact));
  const nobody = (name: string) => !asked.has(name) && !counters.has(name) && !Object.hasOwn(COMPUTED_FACTS, name);
  return writtenGates(stage, at).flatMap(({ gate, path }) => [
    ...twiceAsked(stage, gate).map((index) => ({
      path: [...path, index, "id"],
      message: `环节“${stage.name}”的关口“${gate[index]?.id}”出现了两次`,
    })),
    ...gate.flatMap((line, index): Fault[] => {
      const { test, fact, when } = line;
      const say = (message: string, field = "test"): Fault => ({ path: [...path, index, field], message });
      const faults: Fault[] = [];
      if ("value" in test && fact === "seatsPresent" && Array.isArray(test.value)) {
        const unknown = test.value.filter((id) => !seats.has(id));
        if (unknown.length > 0) faults.push(say(`“${line.text}”要的席位没有列出：${unknown.join("、")}`));
      }
      if (test.op === "includes-some" && test.least > test.value.length) {
        faults.push(say(`“${line.text}”要 ${test.least} 个，只列了 ${test.value.length} 个`));
      }
      const compared = "of" in test ? test.of : "by" in test ? test.by : undefined;
      if (compared !== undefined && test.op !== "explained" && nobody(compared)) {
        faults.push(say(`“${line.text}”要比较的“${compared}”没有谁能填`));
      }
      if (when && nobody(when.fact)) faults.push(say(`“${line.text}”的条件“${when.fact}”没有谁能填`, "when"));
      const wanted = counters.has(fact) ? "number" : COMPUTED_FACTS[fact];
      const said = [...(kinds.get(fact) ?? [])];
      if (wanted && said.some((kind) => kind !== wanted)) {
        faults.push(say(`“${line.text}”问的“${fact}”由系统统计，不能这样填`));
      } else if (said.length > 1) {
        faults.push(say(`“${fact}”在不同关口里问法不一（${said.join("、")}）`));
      }
      return faults;
    }),
  ]);
}

/** Stage ids from which `wanted` can be reached, itself included, walking ways out backwards. */
function reaching(stages: readonly Stage[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set(wanted);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const stage of stages) if (waysOf(stage).some((way) => found.has(way.to))) found.add(stage.id);
  }
  return found;
}

/** Stage ids that can be reached from the first. */
function reached(stages: readonly Stage[]): Set<string> {
  const found = new Set(stages.slice(0, 1).map((stage) => stage.id));
  for (const id of found) {
    const stage = stages.find((each) => each.id === id);
    for (const way of stage ? waysOf(stage) : []) found.add(way.to);
  }
  return found;
}

function pathFaults({ stages }: MethodDefinition): Fault[] {
  const finals = new Set(stages.filter((stage) => stage.final).map((stage) => stage.id));
  if (finals.size === 0) return [{ path: ["stages"], message: "没有终点环节" }];
  const [ends, starts] = [reaching(stages, finals), reached(stages)];
  return stages.flatMap((stage, index) => [
    ...(starts.has(stage.id) ? [] : [{ path: ["stages", index], message: `环节“${stage.name}”走不到` }]),
    ...(ends.has(stage.id) ? [] : [{ path: ["stages", index], message: `环节“${stage.name}”走不到终点` }]),
  ]);
}

/**
 * What is wrong with a method of the right shape: names twice, ways to nowhere, stages that cannot be reached or left, gates that nobody can
 * open, a vote without a way on when the quorum is missing. Empty where it may be used.
 */
export function methodFaults(method: MethodDefinition): readonly Fault[] {
  const { stages, seats } = method;
  const known = new Set(stages.map((stage) => stage.id));
  const twice = [
    ...repeated(stages.map((stage) => stage.id)).map(({ name, index }) => ({
      path: ["stages", index, "id"],
      message: `环节编号“${name}”重复`,
    })),
    ...repeated(seats.map((seat) => seat.id)).map(({ name, index }) => ({
      path: ["seats", index, "id"],
      message: `席位编号“${name}”重复`,
    })),
  ];
  const inside = stages.flatMap((stage, index) => {
    const at = ["stages", index];
    return [
      ...wayFaults(stage, at, known),
      ...endFaults(stage, at),
      ...decisionFaults(stage, at),
      ...quorumFaults(stage, at),
      ...ruleFaults(stage, at),
      ...lineFaults(method, stage, at),
    ];
  });
  return [...twice, ...inside, ...pathFaults(method)];
}
