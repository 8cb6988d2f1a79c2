import { describe, expect, it } from "vitest";
import { defineMethod } from "#app/domain/method/define.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { methodFaults } from "#app/domain/method/faults.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { exit, line, sample, stage } from "./sample.ts";

function faultsOf(change: (method: MethodDefinition) => MethodDefinition): string[] {
  const refused = refusal(() => defineMethod(change(sample())));
  const { problems } = (refused?.details ?? { problems: [] }) as { problems: { message: string }[] };
  return problems.map((problem) => problem.message);
}

const withStages =
  (...stages: MethodDefinition["stages"]) =>
  (method: MethodDefinition) => ({ ...method, stages });
const present = { op: "present" } as const;

describe("defineMethod", () => {
  it("takes a whole method as it is", () => {
    expect(defineMethod(sample())).toEqual(sample());
  });

  it.each<[string, (method: MethodDefinition) => MethodDefinition, string]>([
    [
      "a way to nowhere",
      withStages(stage("a", { exits: [exit("go", "b"), exit("stray", "c")] }), stage("b", { final: true })),
      "环节“a”的“stray”指向不存在的环节“c”",
    ],
    [
      "one event twice",
      withStages(stage("a", { exits: [exit("go", "b"), exit("go", "b")] }), stage("b", { final: true })),
      "环节“a”里“go”出现了两次",
    ],
    [
      "a stage nobody reaches",
      withStages(
        stage("a", { exits: [exit("go", "b")] }),
        stage("island", { exits: [exit("go", "b")] }),
        stage("b", { final: true }),
      ),
      "环节“island”走不到",
    ],
    [
      "a stage without an end",
      withStages(
        stage("a", { exits: [exit("go", "b"), exit("in", "trap")] }),
        stage("trap", { exits: [exit("round", "trap")] }),
        stage("b", { final: true }),
      ),
      "环节“trap”走不到终点",
    ],
    [
      "an end with a way out",
      withStages(stage("a", { exits: [exit("go", "b")] }), stage("b", { final: true, exits: [exit("on", "a")] })),
      "终点“b”不能再有出口",
    ],
    [
      "a stage without exits",
      withStages(stage("a", { exceptions: [{ code: "reject", label: "否", to: "b" }] }), stage("b", { final: true })),
      "环节“a”没有出口",
    ],
    [
      "no end",
      withStages(stage("a", { exits: [exit("go", "b")] }), stage("b", { exits: [exit("go", "a")] })),
      "没有终点环节",
    ],
    [
      "a gate line twice",
      withStages(
        stage("a", { gate: [line("x", "f", present)], exits: [exit("go", "b", [line("x", "g", present)])] }),
        stage("b", { final: true }),
      ),
      "环节“a”的关口“x”出现了两次",
    ],
    [
      "a stage id twice",
      (method) => ({ ...method, stages: [...method.stages, stage("done", { final: true })] }),
      "环节编号“done”重复",
    ],
    ["a seat id twice", (method) => ({ ...method, seats: [...method.seats, ...method.seats] }), "席位编号“chair”重复"],
    [
      "an id that would be a path in the machine",
      withStages(stage("a.b", { exits: [exit("go", "b")] }), stage("b", { final: true })),
      "编号只用小写字母、数字和连字符，字母开头，最多 40 位",
    ],
  ])("refuses %s", (_, change, message) => {
    expect(faultsOf(change)).toContain(message);
  });

  it("refuses what is no method", () => {
    for (const raw of [null, 1, {}, { ...sample(), stages: "many" }]) {
      expect(refusal(() => defineMethod(raw))?.word).toBe("invalid-value");
    }
  });
});

it("finds a gate on the way by which a decision comes back: nobody stands before it to open it", () => {
  const source = { kind: "default", ref: "样本" } as const;
  const back = (["passed", "failed"] as const).map((after) => ({ ...exit(`is-${after}`, "done"), after }));
  const deciding = (guarded: boolean) => {
    const exits = [exit("advance", "done"), ...back].map((each, index) =>
      guarded && index === 1 ? { ...each, gate: [line("note", "note", { op: "present" })] } : each,
    );
    const talk = stage("talk", { exits, decisions: [{ method: "vote", label: "表决", source }] });
    return { ...sample(), stages: [talk, stage("done", { final: true })] };
  };
  expect(methodFaults(deciding(false))).toEqual([]);
  expect(methodFaults(deciding(true)).map((fault) => fault.path.join("."))).toEqual(["stages.0.exits.1.gate"]);
});
