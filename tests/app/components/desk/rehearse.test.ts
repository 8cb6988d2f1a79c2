import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  factsNow,
  methodNow,
  type Rehearsal,
  type RehearsalAct,
  type Rehearsed,
  rehearse,
  startRehearsal,
} from "#app/components/desk/rehearsal/rehearse.ts";
import { defineMethod } from "#app/domain/method/define.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { currentStage, nextSteps } from "#app/domain/method/step.ts";
import { METHODS } from "#app/methods/index.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { exit, line, sample, stage } from "../../domain/method/sample.ts";

const TODAY = "2026-11-23";
const alone: Rehearsed = { method: roundtable, decisions: [] };

const walk = (rehearsed: Rehearsed, acts: readonly RehearsalAct[], from = startRehearsal(rehearsed, TODAY)) =>
  acts.reduce((now, act) => rehearse(rehearsed, now, act), from);
const enter = (fact: string, value: string | boolean | number | string[]): RehearsalAct => ({
  type: "enter",
  fact,
  value,
});
const take = (event: string, reason = ""): RehearsalAct => ({ type: "step", event, reason });

const NAMED = [enter("title", "路灯不亮"), enter("place", "3号楼"), enter("category", "路灯照明")];
const ANSWERED = [...NAMED, take("advance"), enter("statements", 2), take("advance")];
const FOUR = [
  enter("record", "换灯"),
  enter("responsible", "陈安"),
  enter("deadline", "2026-12-01"),
  enter("plan", "三天内换"),
];

describe("a rehearsal", () => {
  it("opens a gate as its facts are entered, and not before", () => {
    const begun = startRehearsal(alone, TODAY);
    expect(walk(alone, [take("advance")], begun)).toBe(begun);
    expect(walk(alone, [...NAMED, take("advance")]).snapshot.value).toBe("voice");
  });

  it("walks to the end, and tells how it came there", () => {
    const end = walk(alone, [...ANSWERED, ...FOUR, take("set-deadline"), enter("doneNote", "已换"), take("advance")]);
    expect(end.snapshot.value).toBe("feedback");
    expect(end.taken.map(({ from, to }) => `${from}→${to}`)).toEqual([
      "汇集问题→开会说诉求",
      "开会说诉求→当场回应",
      "当场回应→限期解决",
      "限期解决→销号回告",
    ]);
  });

  it("takes an exception with its reason only", () => {
    const answered = walk(alone, ANSWERED);
    expect(rehearse(alone, answered, take("postpone", " "))).toBe(answered);
    const later = rehearse(alone, answered, take("postpone", "当事人没来"));
    expect(later.snapshot.value).toBe("collect");
    expect(later.taken.at(-1)).toMatchObject({ label: "转下次", reason: "当事人没来" });
  });

  it("goes back step by step to the very beginning, days included", () => {
    const begun = startRehearsal(alone, TODAY);
    const end = walk(alone, [{ type: "days", count: 15 }, ...ANSWERED], begun);
    expect(end.today).toBe("2026-12-08");
    expect(end.past).toHaveLength(3);
    const back = walk(alone, [{ type: "back" }, { type: "back" }, { type: "back" }, { type: "back" }], end);
    expect(back).toEqual(begun);
    expect(walk(alone, [{ type: "anew", today: TODAY }], end)).toEqual(begun);
  });

  it("knows the day: a period that has not run out keeps its gate shut", () => {
    const posted = defineMethod({
      ...sample(),
      stages: [
        stage("notice", {
          gate: [line("posted", "postedOn", { op: "elapsed", days: 15, kind: "calendar" })],
          exits: [exit("advance", "done")],
        }),
        stage("done", { final: true }),
      ],
    });
    const rehearsed = { method: posted, decisions: [] };
    const early = walk(rehearsed, [enter("postedOn", TODAY), { type: "days", count: 15 }, take("advance")]);
    expect(early.snapshot.value).toBe("notice");
    expect(walk(rehearsed, [{ type: "days", count: 1 }, take("advance")], early).snapshot.value).toBe("done");
  });

  it("goes into a decision and comes back by its result", () => {
    const ends = (["passed", "failed"] as const).map((result) => stage(result, { final: true, result }));
    const decision: MethodDefinition = defineMethod({
      ...sample(),
      id: "vote",
      name: "表决",
      stages: [stage("poll", { exits: [exit("advance", "passed"), exit("lose", "failed")] }), ...ends],
    });
    const source = { kind: "default", ref: "样本" } as const;
    const asking = stage("talk", {
      decisions: [{ method: "vote", label: "提交表决", source }],
      exits: [
        { ...exit("won", "yes"), after: "passed" },
        { ...exit("lost", "no"), after: "failed" },
      ],
    });
    const method = defineMethod({
      ...sample(),
      stages: [asking, stage("yes", { final: true }), stage("no", { final: true })],
    });
    const rehearsed = { method, decisions: [decision] };
    const inside = walk(rehearsed, [take("vote")]);
    expect(methodNow(rehearsed, inside.snapshot).id).toBe("vote");
    expect(walk(rehearsed, [take("advance")], inside).snapshot).toMatchObject({ method: "sample", value: "yes" });
    expect(walk(rehearsed, [take("lose")], inside).snapshot.value).toBe("no");
    expect(walk({ method, decisions: [] }, [take("vote")]).snapshot.value).toBe("talk");
  });
});

const anyValue = fc.constantFrom("", "写明了", "2026-11-20", true, 1, 30, ["甲", "乙"], {
  due: 60,
  present: 50,
  for: 41,
});

/** Any acts at all, steps among those that the method offers at that moment. */
function restless(rehearsed: Rehearsed): fc.Arbitrary<Rehearsal> {
  const facts = [...new Set(linesOfMethod(rehearsed.method).map((each) => each.fact)), "nothing"];
  const act = fc.oneof(
    fc.record({ fact: fc.constantFrom(...facts), value: anyValue }),
    fc.record({ pick: fc.nat(20), reason: fc.constantFrom("", "有事") }),
    fc.record({ days: fc.constantFrom(1, 15) }),
    fc.constant({ back: true }),
  );
  return fc.array(act, { maxLength: 40 }).map((acts) =>
    acts.reduce<Rehearsal>(
      (now, each) => {
        if ("fact" in each) return rehearse(rehearsed, now, { type: "enter", ...each });
        if ("days" in each) return rehearse(rehearsed, now, { type: "days", count: each.days });
        if ("back" in each) return rehearse(rehearsed, now, { type: "back" });
        const steps = nextSteps(methodNow(rehearsed, now.snapshot), now.snapshot, factsNow(now));
        const event = steps[each.pick % Math.max(1, steps.length)]?.event ?? "nothing";
        return rehearse(rehearsed, now, { type: "step", event, reason: each.reason });
      },
      startRehearsal(rehearsed, TODAY),
    ),
  );
}

describe.each(METHODS.map((method) => [method.name, method] as const))("%s", (_, method) => {
  const rehearsed = { method, decisions: METHODS.filter((each) => each.id !== method.id) };
  it("can be rehearsed by anybody without breaking", () => {
    fc.assert(
      fc.property(restless(rehearsed), (end) => {
        expect(currentStage(methodNow(rehearsed, end.snapshot), end.snapshot).name).not.toBe("");
      }),
      { numRuns: 15 },
    );
  });
});
