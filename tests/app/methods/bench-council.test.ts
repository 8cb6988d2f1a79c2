import { describe, expect, it } from "vitest";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import { startMethod, step } from "#app/domain/method/step.ts";
import { benchCouncil } from "#app/methods/bench-council.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

describeTable(benchCouncil, {
  raise: { advance: "bench", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  bench: {
    advance: "noted",
    "resolve-now": "settled",
    "set-deadline": "execute",
    decline: "declined",
    postpone: "raise",
    adjourn: "bench",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  noted: {},
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("板凳议事会", () => {
  it("is over after two steps: raised, talked about, read out and noted", () => {
    expect(isForAgenda(benchCouncil, "raise")).toBe(true);
    let here = startMethod(benchCouncil);
    for (const type of ["advance", "advance"]) {
      here = step(benchCouncil, here, { type, facts: opened(benchCouncil, here.value, type) }).snapshot;
    }
    expect([here.value, here.context.counts.discussed]).toEqual(["noted", 1]);
  });

  it("asks no more papers than one page of record and who was there", () => {
    const papers = benchCouncil.stages
      .filter((stage) => stage.kind !== "execute" && stage.kind !== "feedback")
      .flatMap((stage) => stage.documents);
    expect(papers).toEqual(["attendance-sheet", "record"]);
  });

  it.each([
    [{ conclusion: "" }, ["conclusion"]],
    [{ handsNote: "" }, ["hands"]],
    [{ statements: 0 }, ["statements"]],
    [{ conclusion: "楼道不堆杂物", handsNote: "同意 9，有保留 2，不同意 1" }, "noted"],
  ])("notes an opinion with %j as %j", (given, outcome) => {
    expect(tried(benchCouncil, "bench", "advance", given)).toEqual(outcome);
  });

  it("ends nothing without a word said about it, whatever the chair's outcome", () => {
    for (const event of ["resolve-now", "set-deadline", "decline"]) {
      expect(tried(benchCouncil, "bench", event, { statements: 0 })).toEqual(["statements"]);
    }
  });

  it("has the report's five kinds of members, opens no decision by vote, and calls nothing a law", () => {
    const fixed = benchCouncil.seats.filter((seat) => seat.kind === "fixed");
    expect(fixed.map((seat) => seat.source.kind)).toEqual(["seed", "seed", "seed", "seed", "seed"]);
    expect([benchCouncil.voting, benchCouncil.status]).toEqual(["opinion", "example"]);
    expect(benchCouncil.stages.some((stage) => stage.decisions)).toBe(false);
    expect(calledLaw(benchCouncil)).toEqual([]);
  });
});
