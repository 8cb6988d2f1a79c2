import { DomainError } from "#app/domain/errors.ts";
import { type MethodDefinition, methodSchema, type Stage } from "./definition.ts";

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Every way out of a stage, exits and exceptions alike. */
function waysOut(stage: Stage): { event: string; to: string }[] {
  return [
    ...stage.exits.map(({ event, to }) => ({ event, to })),
    ...stage.exceptions.map(({ code, to }) => ({ event: code, to })),
  ];
}

function stageFaults(stage: Stage, known: ReadonlySet<string>): string[] {
  const ways = waysOut(stage);
  const faults = repeated(ways.map((way) => way.event)).map((event) => `环节“${stage.name}”里“${event}”出现了两次`);
  for (const way of ways.filter((each) => !known.has(each.to))) {
    faults.push(`环节“${stage.name}”的“${way.event}”指向不存在的环节“${way.to}”`);
  }
  const lines = [stage.gate, ...stage.exits.map((exit) => [...stage.gate, ...(exit.gate ?? [])])];
  for (const lineId of new Set(lines.flatMap((gate) => repeated(gate.map((line) => line.id))))) {
    faults.push(`环节“${stage.name}”的关口“${lineId}”出现了两次`);
  }
  if (stage.final && ways.length > 0) faults.push(`终点“${stage.name}”不能再有出口`);
  if (!stage.final && stage.exits.length === 0) faults.push(`环节“${stage.name}”没有出口`);
  return faults;
}

/** Stage ids from which `wanted` can be reached, itself included, walking ways out backwards. */
function reaching(stages: readonly Stage[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set(wanted);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const stage of stages) if (waysOut(stage).some((way) => found.has(way.to))) found.add(stage.id);
  }
  return found;
}

/** Stage ids that can be reached from the first. */
function reached(stages: readonly Stage[]): Set<string> {
  const found = new Set(stages.slice(0, 1).map((stage) => stage.id));
  for (const id of found) {
    const stage = stages.find((each) => each.id === id);
    for (const way of stage ? waysOut(stage) : []) found.add(way.to);
  }
  return found;
}

function methodFaults(method: MethodDefinition): string[] {
  const { stages } = method;
  const faults = [
    ...repeated(stages.map((stage) => stage.id)).map((id) => `环节编号“${id}”重复`),
    ...repeated(method.seats.map((seat) => seat.id)).map((id) => `席位编号“${id}”重复`),
  ];
  const known = new Set(stages.map((stage) => stage.id));
  faults.push(...stages.flatMap((stage) => stageFaults(stage, known)));
  const finals = new Set(stages.filter((stage) => stage.final).map((stage) => stage.id));
  if (finals.size === 0) faults.push("没有终点环节");
  const [ends, starts] = [reaching(stages, finals), reached(stages)];
  for (const stage of stages) {
    if (!starts.has(stage.id)) faults.push(`环节“${stage.name}”走不到`);
    if (finals.size > 0 && !ends.has(stage.id)) faults.push(`环节“${stage.name}”走不到终点`);
  }
  return faults;
}

/**
 * A method from data, built in or a secretary's own: shape by zod, then that every stage can be reached and comes to an end.
 * Throws `invalid-value` with `{problems: {field, message}[]}`.
 */
export function defineMethod(raw: unknown): MethodDefinition {
  const parsed = methodSchema.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
    throw new DomainError("invalid-value", { problems });
  }
  const faults = methodFaults(parsed.data);
  if (faults.length > 0) {
    throw new DomainError("invalid-value", { problems: faults.map((message) => ({ field: "stages", message })) });
  }
  return parsed.data;
}
