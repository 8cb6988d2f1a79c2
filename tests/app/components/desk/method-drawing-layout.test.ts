import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, type Drawing, layoutMethod } from "#app/components/desk/method-drawing/layout.ts";
import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { METHODS, requireMethod } from "#app/methods/index.ts";
import { methodDrawingText } from "#app/text/method-drawing.ts";

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function overlaps({ boxes }: Drawing): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.key} / ${b.key}`] : [])),
  );
}

/** Level or upright runs of ways that go through a box, their own ends apart. */
function runsThroughBoxes({ boxes, edges }: Drawing): string[] {
  return edges.flatMap(({ from, to, points }) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index] ?? end;
      const run = { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) };
      const [width, height] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
      const line = { x: run.x - 0.5, y: run.y + 1, width: width + 1, height: Math.max(1, height - 2) };
      return boxes.filter((box) => overlap({ ...box, ...line }, box)).map((box) => `${from} → ${to}: ${box.key}`);
    }),
  );
}

const outside = ({ boxes, edges, width, height }: Drawing) => [
  ...boxes.filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height),
  ...edges.filter(({ points }) => points.some(({ x, y }) => !(x >= 0 && y >= 0 && x <= width && y <= height))),
];

const wordsIn = (box: Box | undefined) => (box?.content.texts ?? []).map(({ text }) => text).join("");
const plain = (text: string) => text.replace(/\s/g, "");

/** Labels of ways that are neither at a line between the right boxes nor named in their stage's box. */
function missingWays(method: MethodDefinition, drawing: Drawing): string[] {
  const boxOf = (id: string) => drawing.boxes.find((box) => box.stage?.id === id);
  return method.stages.flatMap((stage, index) => {
    const own = boxOf(stage.id);
    const beside = drawing.boxes.find((box) => box.key === `decision ${index}`);
    const says = (box: Box | undefined, words: string) => plain(wordsIn(box)).includes(plain(words));
    const inBox = (label: string) => says(own, label);
    const exits = stage.exits.filter(({ label, to, after }) => {
      const from = after && beside ? beside : own;
      const target = boxOf(to);
      if (from === target) return !inBox(label);
      const edge = drawing.edges.find((each) => each.from === from?.key && each.to === target?.key);
      return !edge?.labels.includes(label) && !says(from, methodDrawingText.ending(label, target?.stage?.name ?? ""));
    });
    const decisions = (stage.decisions ?? []).filter(({ label }) => !plain(wordsIn(beside)).includes(plain(label)));
    const branches = (stage.branches ?? []).filter(({ name }) => !inBox(name)).map(({ name }) => ({ label: name }));
    const isDashed = (label: string) =>
      drawing.edges.some(({ from, labels, exception }) => from === own?.key && exception && labels.includes(label));
    const exceptions = stage.exceptions.filter(({ label }) => !inBox(label) && !isDashed(label));
    return [...exits, ...decisions, ...branches, ...exceptions].map(({ label }) => `${stage.name}: ${label}`);
  });
}

describe.each(METHODS.map((method) => [method.id, method] as const))("the drawing of %s", (_, method) => {
  const drawing = layoutMethod(method);

  it("has every stage once and nothing on top of each other", () => {
    expect(drawing.boxes.flatMap(({ stage }) => (stage ? [stage.id] : [])).sort()).toEqual(
      method.stages.map(({ id }) => id).sort(),
    );
    expect(overlaps(drawing)).toEqual([]);
    expect(outside(drawing)).toEqual([]);
    expect(overlaps(layoutMethod(method, { compact: true }))).toEqual([]);
  });

  it("leads no way through a box", () => {
    expect(runsThroughBoxes(drawing)).toEqual([]);
  });

  it("shows every way", () => {
    expect(missingWays(method, drawing)).toEqual([]);
  });

  it("goes down with the way onward", () => {
    const onward = drawing.edges.filter(({ main }) => main);
    const order = new Map(method.stages.map((_stage, index) => [`stage ${index}`, index]));
    const upward = onward.filter(({ points }) => (points[0]?.y ?? 0) > (points.at(-1)?.y ?? 0));
    for (const { from, to } of upward) expect(order.get(to)).toBeLessThan(order.get(from) ?? 0);
    expect(onward.length).toBeGreaterThan(0);
  });
});

it("leads a dashed way to a stage that only an exception leads to", () => {
  const method = requireMethod("matter-admission");
  const dashed = layoutMethod(method).edges.filter(({ exception }) => exception);
  const exception = method.stages[0]?.exceptions.find(({ code }) => code === "urgent");
  expect(dashed).toMatchObject([{ from: "stage 0", to: "stage 1", labels: [exception?.label] }]);
});

it("stands the boxes of a plain line exactly under each other", () => {
  const { boxes } = layoutMethod(requireMethod("roundtable"));
  const middle = (id: string) => {
    const box = boxes.find((each) => each.stage?.id === id);
    return box && box.x + box.width / 2;
  };
  for (const id of ["voice", "respond", "timed", "feedback", "settled"]) expect(middle(id), id).toBe(middle("collect"));
});

describe("drafts with faults", () => {
  const roundtable = requireMethod("roundtable");
  const draft = (stages: readonly Stage[]): MethodDefinition => ({ ...roundtable, stages: [...stages] });
  const [collect, voice] = roundtable.stages;
  if (!collect || !voice) throw new Error("the roundtable has lost its first stages");

  it("says where a way leads to no stage", () => {
    const { boxes } = layoutMethod(draft([collect]));
    const unknown = boxes.filter(({ kind }) => kind === "unknown");
    expect(unknown.map(wordsIn)).toEqual([methodDrawingText.unknown("voice")]);
  });

  it("draws both of two stages with one id, and nothing where there is nothing", () => {
    expect(layoutMethod(draft([collect, collect])).boxes.filter(({ kind }) => kind === "stage")).toHaveLength(2);
    expect(layoutMethod(draft([])).boxes).toEqual([]);
  });

  const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "nowhere");
  const label = fc.oneof(
    fc.constantFrom("通过", "退回（补正）", "不同意，改限期解决"),
    fc.string({ minLength: 1, maxLength: 60 }),
  );
  const exit = fc.record({
    event: fc.constantFrom("advance", "decline", "decision-passed"),
    label,
    to: id,
    after: fc.option(fc.constantFrom("passed" as const, "failed" as const), { nil: undefined }),
  });
  const source = { kind: "default" as const, ref: "x" };
  const stage: fc.Arbitrary<Stage> = fc.record({
    id,
    name: label,
    kind: fc.constantFrom("collect" as const, "decide" as const, "publish" as const),
    who: label,
    gate: fc.constant([]),
    exits: fc.array(exit, { maxLength: 5 }),
    documents: fc.constant([]),
    exceptions: fc.array(fc.record({ code: fc.constant("return" as const), label, to: id }), { maxLength: 4 }),
    branches: fc.option(
      fc.array(fc.record({ id, name: label, who: label, gate: fc.constant([]), source: fc.constant(source) }), {
        maxLength: 3,
      }),
      { nil: undefined },
    ),
    decisions: fc.option(
      fc.array(fc.record({ method: id, label, source: fc.constant(source) }), { minLength: 1, maxLength: 3 }),
      { nil: undefined },
    ),
    final: fc.boolean(),
  });

  it("are drawn whatever they are: each stage once, nothing on top of each other, all within the picture", () => {
    fc.assert(
      fc.property(fc.array(stage, { maxLength: 9 }), fc.boolean(), (stages, compact) => {
        const drawing = layoutMethod(draft(stages), { compact });
        expect(drawing.boxes.filter((box) => box.stage)).toHaveLength(stages.length);
        expect(overlaps(drawing)).toEqual([]);
        expect(outside(drawing)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
