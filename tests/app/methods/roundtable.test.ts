import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineMethod } from "#app/domain/method/define.ts";
import type { Facts, MethodSnapshot } from "#app/domain/method/definition.ts";
import { publicMethod } from "#app/domain/method/public-view.ts";
import { seatsTaken } from "#app/domain/method/seats.ts";
import { checkDeadline, proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { checklist, nextSteps, startMethod, step } from "#app/domain/method/step.ts";
import { METHODS, requireMethod } from "#app/methods/index.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { refusal } from "#tests/app/domain/refusal.ts";

const FOUR = ["party-secretary", "property-manager", "party-household", "resident-representative"];

/** Everything any gate asks. Each test takes away what it is about. */
const ALL: Facts = {
  title: "8 号楼前路灯不亮",
  place: "8 号楼东侧",
  category: "lighting",
  statements: 2,
  response: "本周换灯",
  partyAgrees: true,
  record: "更换路灯两盏",
  responsible: "周明远",
  deadline: "2026-12-10",
  plan: "周五买灯，周六换上",
  doneNote: "已换两盏",
  rating: "satisfied",
  contactsTried: ["3 日上午电话", "5 日晚上门"],
  seatsPresent: FOUR,
  mergedInto: "2026-003",
  splitInto: ["路灯", "线路"],
  resumeOn: "2026-12-02",
  reason: "产权不在社区",
};

const without = (...names: string[]): Facts =>
  Object.fromEntries(Object.entries(ALL).filter(([name]) => !names.includes(name)));

const at = (value: string, counts: Record<string, number> = {}): MethodSnapshot => ({
  ...startMethod(roundtable),
  value,
  context: { steps: 0, counts: { discussed: 0, returned: 0, ...counts } },
});

const go = (snapshot: MethodSnapshot, type: string, facts: Facts = ALL) =>
  step(roundtable, snapshot, { type, reason: "有理由", facts: { ...facts } });

/** stage → event → where it leads. Everything not listed is refused as `wrong-state`. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  collect: { advance: "voice", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  voice: { advance: "respond", postpone: "collect", adjourn: "voice", withdraw: "withdrawn" },
  respond: {
    "resolve-now": "on-the-spot",
    "set-deadline": "timed",
    decline: "declined",
    postpone: "collect",
    adjourn: "respond",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  "on-the-spot": { advance: "settled", "set-deadline": "timed", postpone: "collect" },
  timed: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "timed" },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
};
const EVENTS = [...new Set(Object.values(TABLE).flatMap(Object.keys))];
const CELLS = Object.keys(TABLE).flatMap((stage) =>
  EVENTS.map((event) => [stage, event, TABLE[stage]?.[event]] as const),
);

describe("圆桌会议", () => {
  it.each(CELLS)("%s × %s → %s", (stage, event, to) => {
    if (to === undefined) expect(refusal(() => go(at(stage), event))?.word).toBe("wrong-state");
    else expect(go(at(stage), event).stage.id).toBe(to);
  });

  it("has exactly the stages of the table, six of them working", () => {
    expect(roundtable.stages.map((stage) => stage.id)).toEqual(Object.keys(TABLE));
    expect(publicMethod(roundtable).stages).toHaveLength(6);
    expect(publicMethod(roundtable).finals).toHaveLength(7);
  });

  it.each<[stage: string, event: string, needs: readonly string[]]>([
    ["collect", "advance", ["title", "place", "category"]],
    ["collect", "merge", ["mergedInto"]],
    ["voice", "advance", ["statements"]],
    ["respond", "resolve-now", ["response"]],
    ["respond", "set-deadline", ["record", "responsible", "deadline", "plan"]],
    ["respond", "decline", ["response", "reason"]],
    ["on-the-spot", "advance", ["partyAgrees", "seatsPresent"]],
    ["on-the-spot", "set-deadline", ["record", "responsible", "deadline", "plan"]],
    ["timed", "advance", ["record", "responsible", "deadline", "plan", "doneNote"]],
    ["feedback", "advance", ["rating", "seatsPresent"]],
    ["feedback", "unrated", ["contactsTried", "seatsPresent"]],
  ])("%s × %s asks each of %j", (stage, event, needs) => {
    expect(
      step(roundtable, at(stage), {
        type: event,
        facts: { ...ALL },
        ...(event === "merge" ? { reason: "同类" } : {}),
      }),
    ).toBeTruthy();
    for (const name of needs) {
      const facts = Object.fromEntries(Object.entries(ALL).filter(([each]) => each !== name));
      const reason = event === "merge" ? { reason: "同类" } : {};
      const refused = refusal(() => step(roundtable, at(stage), { type: event, facts, ...reason }));
      expect(refused).toMatchObject({ word: "gate-not-met", details: { unmet: [{ met: false }] } });
    }
    expect(checklist(roundtable, stage, event, {})).toHaveLength(needs.length);
  });

  it.each(FOUR)("does not settle anything without %s", (seat) => {
    const seatsPresent = FOUR.filter((each) => each !== seat);
    for (const stage of ["on-the-spot", "feedback"]) {
      const refused = refusal(() => go(at(stage), "advance", { ...ALL, seatsPresent }));
      const name = roundtable.seats.find((each) => each.id === seat)?.name;
      expect(refused).toMatchObject({
        word: "gate-not-met",
        details: { unmet: [{ id: "seats", detail: `还缺：${name}` }] },
      });
    }
    expect(go(at("voice"), "advance", { ...ALL, seatsPresent }).stage.id).toBe("respond");
  });

  it("counts each meeting an issue goes through once, postponed or answered", () => {
    const voiced = go(go(startMethod(roundtable), "advance").snapshot, "postpone").snapshot;
    expect(voiced.context.counts.discussed).toBe(1);
    const answered = go(go(go(voiced, "advance").snapshot, "advance").snapshot, "postpone").snapshot;
    expect([answered.value, answered.context.counts.discussed]).toEqual(["collect", 2]);
  });

  it("sends a result back once", () => {
    const again = go(go(at("feedback"), "return").snapshot, "advance").snapshot;
    expect(refusal(() => go(again, "return"))).toMatchObject({
      word: "gate-not-met",
      details: { unmet: [{ id: "returned" }] },
    });
    expect(go(again, "advance").stage.id).toBe("settled");
  });

  it("says which next steps want a reason", () => {
    const asked = nextSteps(roundtable, at("respond"), { ...without("reason") });
    expect(asked.map((each) => [each.event, each.needsReason, each.ready])).toEqual([
      ["resolve-now", false, true],
      ["set-deadline", false, true],
      ["decline", true, true],
      ["postpone", true, true],
      ["adjourn", true, true],
      ["escalate", true, true],
      ["withdraw", true, true],
    ]);
  });

  it("never skips a gate, whatever is tried in whatever order with whatever facts", () => {
    const names = Object.keys(ALL);
    // Weighted towards going on, else most runs would end at the first stage and prove little.
    const event = fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...EVENTS) },
      { weight: 2, arbitrary: fc.constantFrom("advance", "set-deadline", "resolve-now", "return", "postpone") },
    );
    const tries = fc.array(fc.tuple(event, fc.subarray(names, { minLength: names.length - 4 }), fc.boolean()), {
      minLength: 10,
      maxLength: 40,
    });
    const visited = new Set<string>();
    fc.assert(
      fc.property(tries, (sequence) => {
        let here = startMethod(roundtable);
        for (const [type, known, reasoned] of sequence) {
          const facts = Object.fromEntries(Object.entries({ ...ALL }).filter(([name]) => known.includes(name)));
          const reason = reasoned ? { reason: "有理由" } : {};
          const before = here;
          const refused = refusal(() => {
            here = step(roundtable, here, { type, facts, ...reason }).snapshot;
          });
          if (refused) {
            expect(here).toBe(before);
            continue;
          }
          visited.add(here.value);
          expect(here.value).toBe(TABLE[before.value]?.[type]);
          const told = { ...facts, ...reason, ...before.context.counts };
          expect(checklist(roundtable, before.value, type, told).every((line) => line.met)).toBe(true);
          if (here.value === "timed" && type === "set-deadline") {
            for (const name of ["record", "responsible", "deadline", "plan"]) expect(known).toContain(name);
          }
          if (here.value === "settled") expect(known).toContain("seatsPresent");
          expect(here.context.counts.returned).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
    for (const stage of ["respond", "timed", "feedback", "settled"]) expect(visited).toContain(stage);
  });

  it("marks every step and number that the material does not give as a default", () => {
    const stated = roundtable.stages.flatMap((stage) => (stage.deadline ? [stage.deadline] : []));
    expect(stated.filter((deadline) => deadline.days > 0).every((deadline) => deadline.source.kind === "default")).toBe(
      true,
    );
  });

  it("is found by its id and runs as any data would", () => {
    expect(requireMethod("roundtable")).toBe(roundtable);
    expect(refusal(() => requireMethod("square-table"))?.word).toBe("not-found");
    for (const method of METHODS) expect(defineMethod(JSON.parse(JSON.stringify(method)))).toEqual(method);
  });
});

describe("seats", () => {
  it("are found by their exact Chinese names", () => {
    expect(seatsTaken(roundtable, ["居民代表", "社区党委书记", "居民代表", "路人"])).toEqual([
      "party-secretary",
      "resident-representative",
    ]);
    expect(seatsTaken(roundtable, [" 党员中心户 ", "书记"])).toEqual(["party-household"]);
  });
});

describe("deadline of 限期解决", () => {
  it("proposes 15 days and allows 60, each ending on a working day", () => {
    expect(proposedDeadline(roundtable, "timed", "2026-11-25")).toBe("2026-12-10");
    expect(proposedDeadline(roundtable, "voice", "2026-11-25")).toBeUndefined();
    expect(checkDeadline(roundtable, "timed", "2026-03-04", "2026-05-06")).toBe("2026-05-06");
    const refused = refusal(() => checkDeadline(roundtable, "timed", "2026-03-04", "2026-05-07"));
    expect(refused).toMatchObject({ word: "invalid-value", details: { problems: [{ field: "deadline" }] } });
  });

  it.each([
    ["", "missing-deadline"],
    ["2026-11-31", "invalid-value"],
    ["2026-11-24", "invalid-value"],
  ])("refuses %j as %s", (deadline, word) => {
    expect(refusal(() => checkDeadline(roundtable, "timed", "2026-11-25", deadline))?.word).toBe(word);
  });
});
