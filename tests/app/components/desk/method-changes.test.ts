import { describe, expect, it } from "vitest";
import * as changes from "#app/components/desk/method-editor/changes.ts";
import type { Draft } from "#app/components/desk/method-editor/draft.ts";
import { draftFaults } from "#app/components/desk/method-editor/draft-faults.ts";
import * as gates from "#app/components/desk/method-editor/gates.ts";
import { chosen, HOWS, howOf, kindOfHow } from "#app/components/desk/method-editor/how.ts";
import * as ways from "#app/components/desk/method-editor/ways.ts";
import { factKind } from "#app/domain/method/fact-kind.ts";
import { POSTED_15, REJECT, REJECTED } from "#app/methods/parts.ts";
import { roundtable } from "#app/methods/roundtable.ts";

const place = (id: string) => roundtable.stages.findIndex((stage) => stage.id === id);
const stage = (draft: Draft, id: string) => draft.stages.find((each) => each.id === id);
const messages = (draft: Draft) => draftFaults(draft).map((fault) => fault.message);

describe("stages", () => {
  it("a new one is put into the plain way on", () => {
    const draft = changes.addStage(place("timed"), "进入下一步")(roundtable);
    expect(stage(draft, "timed")?.exits[0]?.to).toBe("stage-1");
    expect(stage(draft, "stage-1")?.exits).toEqual([{ event: "advance", label: "进入下一步", to: "feedback" }]);
    expect(messages(draft)).toEqual(["名称还没写"]);
  });

  it("a removed one leaves its way on to those that led to it", () => {
    const draft = changes.removeStage(place("feedback"))(roundtable);
    expect(stage(draft, "timed")?.exits[0]?.to).toBe("settled");
    expect(messages(draft)).toEqual([]);
  });

  it("a removed end leaves ways to nowhere, which are faults until they are chosen anew", () => {
    const draft = changes.removeStage(place("rejected"))(roundtable);
    expect(draftFaults(draft)).toEqual([
      {
        path: ["stages", 0, "exceptions", 0, "to"],
        where: "环节“汇集问题” · “不予受理”",
        message: "“不予受理”去的那一步已经删掉，请重新选",
      },
    ]);
    expect(changes.addEnd()(draft).stages.at(-1)?.id).toBe("stage-1");
  });

  it("a number of what was removed is not used again while something still leads there", () => {
    const added = changes.addStage(place("timed"), "进入下一步")(roundtable);
    const index = added.stages.findIndex((each) => each.id === "stage-1");
    const gone = { ...added, stages: added.stages.filter((_, at) => at !== index) };
    expect(changes.addEnd()(gone).stages.at(-1)?.id).toBe("stage-2");
  });
});

describe("whose number it is", () => {
  const posted = gates.addLines({ stage: place("feedback"), part: "gate", way: 0 }, POSTED_15)(roundtable);
  const at = { stage: place("feedback"), part: "gate", way: 0 } as const;
  const sourceOf = (draft: Draft) => gates.gateOf(draft.stages[at.stage], at)[2]?.source;

  it("a law's days that somebody changes are the law's no longer", () => {
    expect(sourceOf(posted)).toMatchObject({ kind: "law", article: "第34条" });
    const shorter = gates.setLine(at, 2, { test: { op: "elapsed", days: 7, kind: "calendar" } })(posted);
    expect(sourceOf(shorter)).toEqual({ kind: "default", ref: "本社区自定" });
  });

  it("its words may be put otherwise, and the source set again", () => {
    expect(sourceOf(gates.setLine(at, 2, { text: "公布满十五日" })(posted))).toMatchObject({ kind: "law" });
    const law = { kind: "law", ref: "《某法》", article: "第1条" } as const;
    expect(sourceOf(gates.setLine(at, 2, { source: law })(posted))).toEqual(law);
  });

  it("a period and the people of a seat go the same way, a paper of the place stays", () => {
    const timed = place("timed");
    const shorter = changes.setDeadline(timed, { days: 7 })(roundtable);
    expect(stage(shorter, "timed")?.deadline).toMatchObject({ days: 7, source: { ref: "本社区自定" } });
    const paper = { kind: "default", ref: "《翠湖社区议事规则》" } as const;
    const ours = changes.setDeadline(timed, { source: paper })(roundtable);
    expect(stage(changes.setDeadline(timed, { days: 9 })(ours), "timed")?.deadline?.source).toEqual(paper);
    expect(changes.setSeat(0, { min: 2 })(roundtable).seats[0]?.source.ref).toBe("本社区自定");
    expect(changes.setSeat(0, { name: "书记" })(roundtable).seats[0]?.source.kind).toBe("seed");
  });
});

describe("ways", () => {
  it("an exception brings the end that it needs, once", () => {
    const kit = { exception: REJECT, leads: "end", end: REJECTED } as const;
    const bare = changes.removeStage(place("rejected"))(ways.removeException(0, 0)(roundtable));
    const draft = ways.addException(1, kit)(ways.addException(0, kit)(bare));
    expect(draft.stages.filter((each) => each.id === "rejected")).toHaveLength(1);
    expect(messages(draft)).toEqual([]);
  });

  it("a decision brings the ways by which it comes back, and takes them along", () => {
    const index = place("respond");
    const words = { label: "提交居民会议决定", passed: "通过了", failed: "未通过" };
    const draft = ways.addDecision(index, "residents-meeting", words)(roundtable);
    expect(draft.stages[index]?.exits.map((exit) => exit.after)).toEqual([
      undefined,
      undefined,
      undefined,
      "passed",
      "failed",
    ]);
    expect(messages(draft)).toEqual(["“未通过”还没选去哪一步"]);
    expect(ways.removeDecision(index, 0)(draft)).toEqual(roundtable);
  });

  it("reviews begin as two, and one alone is a fault", () => {
    const two = ways.addBranch(0, "写明审核意见")(roundtable);
    expect(two.stages[0]?.branches?.map((branch) => branch.id)).toEqual(["review-1", "review-2"]);
    expect(messages(ways.removeBranch(0, 0)(two))).toContain("同时审核至少要有两方");
    expect(ways.removeBranch(0, 0)(ways.removeBranch(0, 0)(two))).toEqual(roundtable);
  });

  it("two ways of a stage never have one event", () => {
    const draft = ways.setExit(place("respond"), 1, { event: "resolve-now" })(roundtable);
    expect(draft).toBe(roundtable);
  });
});

describe("seats", () => {
  it("a removed seat is counted nowhere any more", () => {
    const draft = changes.removeSeat(0)(roundtable);
    expect(JSON.stringify(draft)).not.toContain("party-secretary");
    expect(messages(draft)).toEqual([]);
  });
});

describe("how a line is filled in", () => {
  const at = { stage: 0, part: "gate", way: 0 } as const;
  const withLine = gates.addLine(at)(roundtable);
  const chosenAs = (how: (typeof HOWS)[number]) => {
    const line = gates.gateOf(withLine.stages[0], at)[0];
    if (!line) throw new Error("the line is there");
    const { test, fact } = chosen(how, withLine, withLine.stages[0], line);
    return gates.setTest(at, 0, test, fact)(withLine);
  };

  it.each(HOWS)("%s gives a line that is read back as chosen, and a fact of its kind", (how) => {
    const draft = chosenAs(how);
    const line = gates.gateOf(draft.stages[0], at)[0];
    expect(line && howOf(line)).toBe(how);
    expect(factKind(draft, line?.fact ?? "")).toBe(kindOfHow(how));
  });

  it("a fact that others read in another way is left to them", () => {
    const plan = gates.setFact(at, 0, "plan")(withLine);
    const line = gates.gateOf(plan.stages[0], at)[0];
    if (!line) throw new Error("the line is there");
    const { fact } = chosen("is-day", plan, plan.stages[0], line);
    expect(fact).toBeNull();
  });
});

describe("faults in a secretary's words", () => {
  it.each<[string, (draft: Draft) => Draft, string]>([
    [
      "a stage that nobody reaches",
      (draft) =>
        ways.setExit(place("respond"), 1, { to: "on-the-spot" })(
          ways.setExit(place("on-the-spot"), 1, { to: "settled" })(draft),
        ),
      "环节“限期解决”走不到",
    ],
    ["no way on", ways.removeExit(place("voice"), 0), "环节“开会说诉求”没有出口"],
    [
      "a vote without a way for the day on which too few come",
      (draft) => {
        const at = { stage: place("respond"), part: "gate", way: 0 } as const;
        const test = { op: "passes", rules: ["resident-representatives"] } as const;
        const line = { id: "vote", text: "居民代表会议通过", fact: "vote", test: { ...test, rules: [...test.rules] } };
        return gates.addLines(at, [{ ...line, source: { kind: "default", ref: "自定" } }])(draft);
      },
      "环节“当场回应”要够法定人数，须有“流会”的出口",
    ],
    [
      "a list that is compared with nothing",
      (draft) => {
        const at = { stage: 0, part: "gate", way: 0 } as const;
        const test = { op: "covers", of: "" } as const;
        return gates.addLines(at, [
          { id: "signed", text: "都签了", fact: "signed", test, source: { kind: "default", ref: "自定" } },
        ])(draft);
      },
      "和哪一项比，还没选",
    ],
  ])("%s", (_, change, message) => {
    expect(messages(change(roundtable))).toContain(message);
  });

  it("never names what only the data knows", () => {
    const added = ways.addExit(0)(ways.addBranch(0, "写明审核意见")(changes.addStage(2, "进入下一步")(roundtable)));
    const all = draftFaults(changes.removeStage(1)(added));
    expect(all.length).toBeGreaterThan(3);
    for (const { where, message } of all) expect(where + message).not.toMatch(/[a-z]/);
  });
});
