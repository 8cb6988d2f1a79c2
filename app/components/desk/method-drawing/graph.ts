import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { methodDrawingText as text } from "#app/text/method-drawing.ts";
import { type BoxContent, decisionContent, nameContent, stageContent } from "./box-content.ts";

export type NodeKind = "stage" | "end" | "decision" | "unknown";

export interface DrawnNode {
  readonly key: string;
  readonly kind: NodeKind;
  /** Id and name of a stage or an end. */
  readonly stage?: { readonly id: string; readonly name: string };
  readonly content: BoxContent;
}

export interface DrawnLink {
  readonly from: string;
  readonly to: string;
  /** One for each way that leads from here to there. */
  readonly labels: readonly string[];
  /** The way onward, drawn heavier. */
  readonly main: boolean;
  /** Exceptions, drawn dashed: those that alone lead to a stage at work. The others are named in their stage's box. */
  readonly exception: boolean;
}

/** What is to be drawn: boxes from above to below joined by ways, and, apart, the ends that only exceptions lead to. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  readonly asides: readonly DrawnNode[];
}

const ONWARD = "advance";

type WayOn = { from: string; to: string; label: string; main: boolean; exception: boolean };

/** Keys go by place, since a draft may have two stages of one id; ways lead to the first of them. */
const stageKey = (index: number) => `stage ${index}`;
const decisionKey = (index: number) => `decision ${index}`;
const unknownKey = (id: string) => `unknown ${id}`;

/** Where ways lead: the key of a stage by its id, or of a box that says that there is no such stage. */
function targetsOf({ stages }: MethodDefinition): (id: string) => string {
  const keys = new Map<string, string>();
  for (const [index, { id }] of stages.entries()) if (!keys.has(id)) keys.set(id, stageKey(index));
  return (id) => keys.get(id) ?? unknownKey(id);
}

/** The number of each stage at work as people count them, by its place in the definition; ends have none. */
function numbersOf({ stages }: Pick<MethodDefinition, "stages">): ReadonlyMap<number, number> {
  const working = [...stages.entries()].filter(([, stage]) => !stage.final);
  return new Map(working.map(([index], before) => [index, before + 1]));
}

/** Ways on from a stage, exceptions apart: what comes back from a decision leads on from the decision's own box. */
function waysOn(stage: Stage, index: number, keyOf: (id: string) => string): WayOn[] {
  const [here, beside] = [stageKey(index), decisionKey(index)];
  const exits = stage.exits.map(({ event, label, to, after }) => {
    const from = after && stage.decisions ? beside : here;
    return { from, to: keyOf(to), label, main: event === ONWARD, exception: false };
  });
  return stage.decisions ? [...exits, { from: here, to: beside, label: "", main: false, exception: false }] : exits;
}

/** Exceptions to stages at work that no other way leads to. */
function onlyWays({ stages }: MethodDefinition, ways: readonly WayOn[], keyOf: (id: string) => string): WayOn[] {
  const reached = new Set(ways.filter(({ from, to }) => from !== to).map(({ to }) => to));
  const working = [...stages.entries()].filter(([index, stage]) => index > 0 && !stage.final);
  const lost = new Set(working.map(([index]) => stageKey(index)).filter((key) => !reached.has(key)));
  return stages.flatMap((stage, index) =>
    stage.exceptions
      .map(({ label, to }) => ({ from: stageKey(index), to: keyOf(to), label, main: false, exception: true }))
      .filter(({ from, to }) => from !== to && lost.has(to)),
  );
}

/** From how many boxes side ways to one end would only tangle: they are named in the boxes instead. */
const TANGLE = 3;

/** Ends that so many boxes lead to by side ways, by key. */
function commonEnds({ stages }: MethodDefinition, ways: readonly WayOn[]): ReadonlySet<string> {
  const ends = [...stages.entries()].filter(([, stage]) => stage.final).map(([index]) => stageKey(index));
  const sources = (end: string) => new Set(ways.filter(({ to, main }) => to === end && !main).map(({ from }) => from));
  return new Set(ends.filter((end) => sources(end).size >= TANGLE));
}

/** Ways between the same two boxes become one, with a label for each. */
function joined(ways: readonly WayOn[]): DrawnLink[] {
  const links = new Map<string, DrawnLink>();
  for (const { from, to, label, main, exception } of ways) {
    const name = `${from} → ${to}`;
    const known = links.get(name);
    const labels = [...(known?.labels ?? []), ...(label ? [label] : [])];
    links.set(name, { from, to, labels, main: main || known?.main === true, exception });
  }
  return [...links.values()];
}

/** The exceptions of a stage in words, with the number of the stage that they lead back or on to; those that are drawn are left out. */
function exceptionWords(method: MethodDefinition, here: number, drawn: readonly WayOn[]): string[] {
  const numbers = numbersOf(method);
  const stage = method.stages[here];
  const keyOf = targetsOf(method);
  const isDrawn = (id: string) => drawn.some(({ from, to }) => from === stageKey(here) && to === keyOf(id));
  return (stage?.exceptions ?? [])
    .filter(({ to }) => !isDrawn(to))
    .map(({ label, to }) => {
      if (to === stage?.id) return label;
      const index = method.stages.findIndex((each) => each.id === to);
      if (index < 0) return `${label}（${text.unknown(to)}）`;
      const number = numbers.get(index);
      if (number === undefined) return label;
      return index < here ? text.back(label, number) : text.onward(label, number);
    });
}

function unknownBoxes(method: MethodDefinition, keyOf: (id: string) => string): DrawnNode[] {
  const ids = new Set(method.stages.flatMap((stage) => stage.exits.map((exit) => exit.to)));
  return [...ids]
    .filter((id) => keyOf(id) === unknownKey(id))
    .map((id) => ({ key: unknownKey(id), kind: "unknown", content: nameContent(text.unknown(id)) }));
}

/** A method as boxes and ways between them. Takes any definition of the right shape, drafts with faults too. */
export function graphOf(method: MethodDefinition, compact: boolean): DrawnGraph {
  const keyOf = targetsOf(method);
  const numbers = numbersOf(method);
  const ways = method.stages.flatMap((stage, index) => waysOn(stage, index, keyOf));
  const common = commonEnds(method, ways);
  const isNote = ({ from, to, main }: WayOn) => from === to || (!main && common.has(to));
  const exceptions = onlyWays(method, ways, keyOf);
  const drawn = [...ways.filter((way) => !isNote(way)), ...exceptions];
  const reached = new Set(drawn.map((way) => way.to));
  const nameOf = new Map(method.stages.map(({ name }, index) => [stageKey(index), name]));
  const notesAt = (key: string) =>
    ways
      .filter((way) => way.from === key && isNote(way))
      .map(({ to, label }) => (to === key ? text.loop(label) : text.ending(label, nameOf.get(to) ?? "")));

  const boxes = method.stages.map((stage, index): DrawnNode => {
    const key = stageKey(index);
    const { id, name } = stage;
    if (stage.final) return { key, kind: "end", stage: { id, name }, content: nameContent(name) };
    const notes = { ways: notesAt(key), exceptions: exceptionWords(method, index, exceptions) };
    const content = stageContent(stage, numbers.get(index) ?? 0, notes, compact);
    return { key, kind: "stage", stage: { id, name }, content };
  });
  const isAside = ({ kind, key }: DrawnNode) => kind === "end" && !reached.has(key);
  const withDecision = (box: DrawnNode, index: number): DrawnNode[] => {
    const decisions = method.stages[index]?.decisions;
    if (isAside(box)) return [];
    if (!decisions) return [box];
    const key = decisionKey(index);
    return [box, { key, kind: "decision", content: decisionContent(decisions, notesAt(key)) }];
  };
  return {
    nodes: [...boxes.flatMap(withDecision), ...unknownBoxes(method, keyOf)],
    links: joined(drawn),
    asides: boxes.filter(isAside),
  };
}
