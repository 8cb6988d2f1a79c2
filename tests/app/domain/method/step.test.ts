import { describe, expect, it } from "vitest";
import { defineMethod } from "#app/domain/method/define.ts";
import type { Facts, GateTest } from "#app/domain/method/definition.ts";
import { checkLine } from "#app/domain/method/gate.ts";
import { checklist, nextSteps, startMethod, step } from "#app/domain/method/step.ts";
import { invalid, refusal } from "#tests/app/domain/refusal.ts";
import { line, sample } from "./sample.ts";

const method = defineMethod(sample());
const READY: Facts = { seats: ["chair"], plan: "先清淤" };
const atWork = step(method, startMethod(method), { type: "advance", facts: READY }).snapshot;

describe("gate lines", () => {
  it.each<[GateTest, Facts, boolean, string]>([
    [{ op: "present" }, { f: "有" }, true, "已填"],
    [{ op: "present" }, { f: " \n" }, false, "还没填"],
    [{ op: "present" }, { f: [] }, false, "还没填"],
    [{ op: "present" }, { f: 0 }, true, "已填"],
    [{ op: "present" }, { f: false }, false, "还没填"],
    [{ op: "present" }, { f: null }, false, "还没填"],
    [{ op: "present" }, {}, false, "还没填"],
    [{ op: "is-true" }, { f: true }, true, "已确认"],
    [{ op: "is-true" }, { f: "true" }, false, "还没确认"],
    [{ op: "is-day" }, { f: "2026-02-28" }, true, "2026-02-28"],
    [{ op: "is-day" }, { f: "2026-02-29" }, false, "2026-02-29"],
    [{ op: "is-day" }, {}, false, "还没填日期"],
    [{ op: "at-least", value: 2 }, { f: 2 }, true, "现有 2，须不少于 2"],
    [{ op: "at-least", value: 2 }, { f: ["a"] }, false, "现有 1，须不少于 2"],
    [{ op: "at-least", value: 1 }, { f: "9" }, false, "现有 0，须不少于 1"],
    [{ op: "at-most", value: 0 }, {}, true, "现有 0，须不多于 0"],
    [{ op: "at-most", value: 0 }, { f: 1 }, false, "现有 1，须不多于 0"],
    [{ op: "one-of", value: ["a", "b"] }, { f: "b" }, true, "现为“b”"],
    [{ op: "one-of", value: ["a", "b"] }, { f: "c" }, false, "现为“c”"],
    [{ op: "includes-all", value: ["chair"] }, { f: ["x", "chair"] }, true, "齐全"],
    [{ op: "includes-all", value: ["chair"] }, { f: ["x"] }, false, "还缺：主持人"],
    [{ op: "includes-all", value: ["chair"] }, { f: "chair" }, false, "还缺：主持人"],
  ])("%j of %j is %s", (test, facts, met, detail) => {
    expect(checkLine(method, line("x", "f", test), facts)).toMatchObject({ met, detail });
  });

  it("read no inherited members as facts", () => {
    expect(checkLine(method, line("x", "toString", { op: "present" }), {})).toMatchObject({ met: false });
    expect(
      checkLine(method, line("x", "constructor", { op: "present" }), Object.create({ constructor: "x" })),
    ).toMatchObject({
      met: false,
    });
  });
});

describe("step", () => {
  it("moves through an exit whose lines are all met, and says so", () => {
    expect(step(method, startMethod(method), { type: "advance", facts: READY })).toEqual({
      snapshot: { method: "sample", version: 3, value: "work", context: { steps: 1, counts: { returned: 0 } } },
      stage: method.stages[1],
      move: { from: "talk", to: "work", event: "advance" },
    });
  });

  it("names exactly what is missing, the stage's gate before the exit's", () => {
    const refused = refusal(() => step(method, startMethod(method), { type: "advance", facts: {} }));
    expect(refused).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "chair" }, { id: "plan" }] } });
    const halfway = refusal(() => step(method, startMethod(method), { type: "advance", facts: { plan: "有" } }));
    expect(halfway?.details).toMatchObject({ unmet: [{ id: "chair", met: false, detail: "还缺：主持人" }] });
  });

  it("asks the stage's gate on every exit", () => {
    expect(refusal(() => step(method, startMethod(method), { type: "drop", facts: {} }))?.word).toBe("gate-not-met");
  });

  it("refuses events a stage does not know, and everything at an end", () => {
    const unknown = refusal(() => step(method, startMethod(method), { type: "return", facts: READY, reason: "误" }));
    expect(unknown).toEqual({ word: "wrong-state", details: { stage: "talk", event: "return" } });
    const { snapshot } = step(method, atWork, { type: "advance", facts: {} });
    expect(snapshot.value).toBe("done");
    for (const type of ["advance", "return", "constructor", "*", ""]) {
      expect(refusal(() => step(method, snapshot, { type, facts: READY, reason: "误" }))?.word).toBe("wrong-state");
    }
    expect(nextSteps(method, snapshot, READY)).toEqual([]);
  });

  it("wants a reason for an exception and keeps it", () => {
    for (const reason of [undefined, "", "  "]) {
      const refused = refusal(() => step(method, atWork, { type: "return", facts: {}, ...(reason ? { reason } : {}) }));
      expect(refused).toEqual(invalid(["reason", "退回要写明理由"]));
    }
    expect(step(method, atWork, { type: "return", reason: " 材料不全 ", facts: {} }).move).toEqual({
      from: "work",
      to: "talk",
      event: "return",
      reason: "材料不全",
    });
  });

  it("counts what may happen once; a caller's fact cannot talk the counter down", () => {
    const back = step(method, atWork, { type: "return", reason: "补充", facts: {} }).snapshot;
    const again = step(method, back, { type: "advance", facts: READY }).snapshot;
    expect(again.context).toEqual({ steps: 3, counts: { returned: 1 } });
    const refused = refusal(() => step(method, again, { type: "return", reason: "再补", facts: { returned: 0 } }));
    expect(refused).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "once" }] } });
  });

  it("lives through storage as JSON and leaves the old snapshot alone", () => {
    const before = JSON.stringify(atWork);
    const stored = JSON.parse(before);
    expect(step(method, stored, { type: "return", reason: "补充", facts: {} }).snapshot.context.counts).toEqual({
      returned: 1,
    });
    expect(JSON.stringify(atWork)).toBe(before);
  });

  it("refuses snapshots of another method or version", () => {
    for (const other of [
      { ...atWork, version: 2 },
      { ...atWork, method: "other" },
    ]) {
      expect(refusal(() => step(method, other, { type: "advance", facts: {} }))?.word).toBe("stale");
    }
    expect(refusal(() => step(method, { ...atWork, value: "gone" }, { type: "advance", facts: {} }))?.word).toBe(
      "not-found",
    );
  });
});

describe("checklist and nextSteps", () => {
  it("tell the same as the step itself", () => {
    const lines = checklist(method, "talk", "advance", { plan: "有" });
    expect(lines.map(({ id, met }) => [id, met])).toEqual([
      ["chair", false],
      ["plan", true],
    ]);
    expect(refusal(() => checklist(method, "talk", "fly", {}))?.word).toBe("wrong-state");
  });

  it("list exits before exceptions, with what each lacks", () => {
    expect(
      nextSteps(method, startMethod(method), { seats: ["chair"] }).map((way) => [way.event, way.ready, way.toName]),
    ).toEqual([
      ["advance", false, "work"],
      ["drop", true, "dropped"],
    ]);
    expect(nextSteps(method, atWork, {}).map((way) => [way.event, way.kind, way.needsReason])).toEqual([
      ["advance", "exit", false],
      ["return", "exception", true],
    ]);
  });
});
