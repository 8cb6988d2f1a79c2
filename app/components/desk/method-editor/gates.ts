import type { GateTest } from "#app/domain/method/definition.ts";
import { OWN_SOURCE } from "#app/domain/source.ts";
import { inStage } from "./changes.ts";
import type { Change, Draft, GateAt, GateLine, Path, Stage } from "./draft.ts";
import { changedAt, movedTo, patched, without } from "./draft.ts";
import { freeId, nextFact, nextId } from "./ids.ts";
import { ownNumbers } from "./own-source.ts";

/** Changes to gate lines, wherever they stand. */

/** The lines of a gate; none where there is no such gate. */
export function gateOf(stage: Stage | undefined, { part, way }: GateAt): GateLine[] {
  if (!stage) return [];
  return (part === "gate" ? stage.gate : stage[part]?.[way]?.gate) ?? [];
}

export const gatePath = ({ stage, part, way }: GateAt): Path =>
  part === "gate" ? ["stages", stage, "gate"] : ["stages", stage, part, way, "gate"];

const inWays = <Way extends { gate?: GateLine[] | undefined }>(
  ways: Way[],
  place: number,
  change: (lines: GateLine[]) => GateLine[],
): Way[] =>
  changedAt(ways, place, (way) => {
    const before = way.gate ?? [];
    const after = change(before);
    return after === before ? way : { ...way, gate: after };
  });

const inGate = ({ stage: index, part, way }: GateAt, change: (lines: GateLine[], draft: Draft) => GateLine[]): Change =>
  inStage(index, (stage, draft) => {
    const lines = (before: GateLine[]) => change(before, draft);
    switch (part) {
      case "gate":
        return patched(stage, { gate: lines(stage.gate) });
      case "exits":
        return patched(stage, { exits: inWays(stage.exits, way, lines) });
      case "exceptions":
        return patched(stage, { exceptions: inWays(stage.exceptions, way, lines) });
      case "branches":
        return stage.branches ? patched(stage, { branches: inWays(stage.branches, way, lines) }) : stage;
      case "decisions":
        return stage.decisions ? patched(stage, { decisions: inWays(stage.decisions, way, lines) }) : stage;
    }
  });

/** Ids of lines that are asked together with those of this gate somewhere in the stage. */
const takenIn = (stage: Stage | undefined): string[] =>
  stage
    ? [stage, ...stage.exits, ...stage.exceptions, ...(stage.branches ?? []), ...(stage.decisions ?? [])].flatMap(
        (each) => (each.gate ?? []).map((line) => line.id),
      )
    : [];

/** An empty line: something to write down. */
export const addLine = (at: GateAt): Change =>
  inGate(at, (lines, draft) => [
    ...lines,
    { id: nextId(draft, "line"), text: "", fact: nextFact(draft), test: { op: "present" }, source: OWN_SOURCE },
  ]);

/** Ready-made lines, such as the four elements; those whose fact the gate asks in the same way already are left out. */
export const addLines = (at: GateAt, wanted: readonly GateLine[]): Change =>
  inGate(at, (lines, draft) => {
    const known = new Set(lines.map(({ fact, test }) => `${fact} ${test.op}`));
    const taken = takenIn(draft.stages[at.stage]);
    const more: GateLine[] = [];
    for (const line of wanted.filter(({ fact, test }) => !known.has(`${fact} ${test.op}`))) {
      const id = freeId(line.id, taken);
      taken.push(id);
      more.push({ ...line, id });
    }
    return more.length > 0 ? [...lines, ...more] : lines;
  });

export const setLine = (at: GateAt, place: number, patch: Partial<Omit<GateLine, "id">>): Change =>
  inGate(at, (lines) => changedAt(lines, place, (line) => patched(line, ownNumbers(line, patch))));
export const removeLine = (at: GateAt, place: number): Change => inGate(at, (lines) => without(lines, place));
export const moveLine = (at: GateAt, from: number, to: number): Change =>
  inGate(at, (lines) => movedTo(lines, from, to));

/** Asks the line about another fact, which brings its own name, or about one of its own (`null`). */
export const setFact =
  (at: GateAt, place: number, fact: string | null): Change =>
  (draft) =>
    setLine(at, place, { fact: fact ?? nextFact(draft) })(draft);

/** How a line is filled in, chosen anew: its test, and with it the fact, where the former can not be filled in that way. */
export const setTest =
  (at: GateAt, place: number, test: GateTest, fact?: string | null): Change =>
  (draft) => {
    const patch = fact === undefined ? { test } : { test, fact: fact ?? nextFact(draft) };
    return setLine(at, place, patch)(draft);
  };
