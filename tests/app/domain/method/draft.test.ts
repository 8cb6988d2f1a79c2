import { describe, expect, it } from "vitest";
import { checkMethod } from "#app/domain/method/define.ts";
import type { MethodDraft } from "#app/domain/method/definition.ts";
import { checkDraft, decisionTargetFaults, MAX_DRAFT_LENGTH, markupFaults } from "#app/domain/method/draft.ts";
import { METHODS } from "#app/methods/index.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { skeleton } from "#app/methods/skeleton.ts";

type Open = Record<string, unknown>;
/** The skeleton with one thing changed in its data. */
function altered(change: (data: MethodDraft) => unknown): unknown {
  const data = structuredClone(skeleton("own-a", "我们的办法"));
  change(data);
  return data;
}

it("begins a method from nothing with one that could be published as it is", () => {
  expect(checkMethod(skeleton("own-a", "我们的办法")).faults).toEqual([]);
});

describe("a draft", () => {
  it.each<[string, (data: MethodDraft) => unknown, string]>([
    ["an empty name", (data) => Object.assign(data, { name: "" }), "name"],
    ["a name too long", (data) => Object.assign(data, { name: "议".repeat(61) }), "name"],
    [
      "a way to nowhere",
      (data) => Object.assign(data.stages[0]?.exits[0] ?? {}, { to: "nowhere" }),
      "stages.0.exits.0.to",
    ],
    [
      "a way without an end yet",
      (data) => Object.assign(data.stages[0]?.exits[0] ?? {}, { to: "" }),
      "stages.0.exits.0.to",
    ],
    ["no sources", (data) => Object.assign(data, { sources: [] }), "sources"],
    ["one stage", (data) => Object.assign(data, { stages: data.stages.slice(0, 1) }), "stages"],
    ["markup", (data) => Object.assign(data, { summary: "看<script>这里" }), "summary"],
  ])("may have %s, and says so", (_, change, where) => {
    const { draft, faults } = checkDraft(altered(change));
    expect(draft).not.toBeNull();
    expect(faults.map((fault) => fault.path.join("."))).toContain(where);
  });

  it.each<[string, (data: MethodDraft) => unknown]>([
    ["a name that is no text", (data) => Object.assign(data, { name: 5 })],
    ["a field nobody knows", (data) => Object.assign(data, { script: "x" })],
    [
      "a field nobody knows in a gate's test",
      (data) => Object.assign((data.stages[0]?.gate[0]?.test ?? {}) as Open, { x: 1 }),
    ],
    ["stages that are no list", (data) => Object.assign(data, { stages: {} })],
    ["a kind of stage nobody knows", (data) => Object.assign(data.stages[0] ?? {}, { kind: "party" })],
    ["1,000 stages", (data) => Object.assign(data, { stages: Array(1000).fill(data.stages[0]) })],
  ])("is none with %s", (_, change) => {
    const { draft, faults } = checkDraft(altered(change));
    expect(draft).toBeNull();
    expect(faults[0]?.message).toMatch(/[一-龥]/);
  });

  it.each([null, 7, "x", [], {}, { stages: null }])("is none: %j", (raw) => {
    expect(checkDraft(raw).draft).toBeNull();
  });

  it("keeps its texts clean of what cannot be seen", () => {
    const name = "议\u202E事\u0007\u200E会 ";
    expect(checkDraft(altered((data) => Object.assign(data, { name }))).draft?.name).toBe("议事会");
  });
});

it("takes every built-in method for what a secretary could have written", () => {
  for (const method of METHODS) {
    expect(markupFaults(method)).toEqual([]);
    const { draft, faults } = checkDraft(method);
    expect({ draft, faults }).toEqual({ draft: method, faults: [] });
    expect(JSON.stringify(method).length).toBeLessThan(MAX_DRAFT_LENGTH);
  }
});

it.each(["<script>", "</b>", "< img src=x>", "<!--x-->", "<?php", "<ScRiPt"])("knows %s for markup", (text) => {
  expect(markupFaults({ a: [text] })).toMatchObject([{ path: ["a", 0] }]);
});
it.each(["人数<2/3", "满意度 > 90", "《办法》", "3 < 5", "a<5"])("leaves %s as it is", (text) => {
  expect(markupFaults([text])).toEqual([]);
});

describe("the decisions that a method goes on into", () => {
  const asking = (id: string) => {
    const data = checkMethod(skeleton("own-a", "我们的办法")).method;
    if (!data) throw new Error("the skeleton is a method");
    const decisions = [{ method: id, label: "提交决定", source: { kind: "default" as const, ref: "自定" } }];
    return { ...data, stages: data.stages.map((stage, at) => (at === 1 ? { ...stage, decisions } : stage)) };
  };
  const end = { kind: "final" as const, who: "", gate: [], exits: [], documents: [], exceptions: [], final: true };
  const vote = {
    ...roundtable,
    id: "vote",
    stages: [
      ...roundtable.stages,
      { ...end, id: "yes", name: "通过", result: "passed" as const },
      { ...end, id: "no", name: "未通过", result: "failed" as const },
    ],
  };

  it("must be there and end in passed or failed", () => {
    expect(decisionTargetFaults(asking("vote"), [vote])).toEqual([]);
    const path = ["stages", 1, "decisions", 0, "method"];
    expect(decisionTargetFaults(asking("vote"), [])).toMatchObject([{ path }]);
    expect(decisionTargetFaults(asking("roundtable"), [roundtable])).toMatchObject([{ path }]);
  });

  it("never lead back into the method itself", () => {
    const itself = asking("own-a");
    expect(decisionTargetFaults(itself, [{ ...vote, id: "own-a" }])).toHaveLength(1);
  });
});

it("looks for markup in a text of many spaces without trying them in every combination", () => {
  const begun = performance.now();
  expect(markupFaults(`<${" ".repeat(100_000)}。`)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(500);
  expect(["< / b>", "<! a", "< ?xml", "<\n!--", "2 < x"].map((text) => markupFaults(text).length)).toEqual([
    1, 1, 1, 1, 1,
  ]);
});
