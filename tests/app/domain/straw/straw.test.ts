import { describe, expect, it } from "vitest";
import { DEFAULT_OPTIONS } from "#app/domain/poll/form.ts";
import { DEFAULT_STRAW_LABELS, optionsFault, strawOptions } from "#app/domain/straw/options.ts";
import { type AnsweringFacts, answerRefusal, discardRefusal, openRefusal } from "#app/domain/straw/refusals.ts";
import { FEWEST_TOLD, strawTally } from "#app/domain/straw/tally.ts";

describe("the options of a mood check", () => {
  it.each([
    [[...DEFAULT_STRAW_LABELS], null],
    [["装", "不装"], null],
    [["一", "二", "三", "四", "五"], null],
    [[], "number"],
    [["装"], "number"],
    [["一", "二", "三", "四", "五", "六"], "number"],
    [["装", "一二三四五六七八九十一二三"], "long"],
    [["装", "一二三四五六七八九十一二"], null],
    [["装", "不装", "装"], "same"],
    [["装", "同意"], "ballot"],
    [["反对", "装"], "ballot"],
    [["装", "弃权"], "ballot"],
  ])("%j: %s", (labels, fault) => {
    expect(optionsFault(labels)).toBe(fault);
  });

  it("have ids that no ballot knows, so that no sum can be read as a vote's", () => {
    const ballot = new Set<string>(DEFAULT_OPTIONS.map(({ id }) => id));
    const options = strawOptions(["一", "二", "三", "四", "五"]);
    expect(options.map(({ id }) => id)).toEqual(["o1", "o2", "o3", "o4", "o5"]);
    expect(options.some(({ id }) => ballot.has(id))).toBe(false);
  });
});

describe("the sums", () => {
  const options = strawOptions(["装", "不装"]);

  it.each([
    [["o1", "o1", "o2", "o1", "o1"], { answered: 5, counts: { o1: 4, o2: 1 } }],
    [["o2", "o2", "o2", "o2", "o2"], { answered: 5, counts: { o1: 0, o2: 5 } }],
    // Too few to tell sums without telling who.
    [["o1", "o1", "o1", "o1"], { answered: 4, counts: null }],
    [[], { answered: 0, counts: null }],
    // What is no option counts nowhere, not even towards being enough.
    [["o1", "o1", "o1", "o1", "for"], { answered: 4, counts: null }],
    [["o1", "o1", "o1", "o1", "o1", "toString"], { answered: 5, counts: { o1: 5, o2: 0 } }],
  ])("%j", (choices, tally) => {
    expect(strawTally(options, choices)).toEqual(tally);
  });

  it("are told from five answers on", () => {
    expect(FEWEST_TOLD).toBe(5);
  });
});

describe("opening one", () => {
  it.each([
    [{ inSession: true, voting: false, asking: false }, null],
    [{ inSession: false, voting: false, asking: false }, "meeting"],
    [{ inSession: true, voting: true, asking: false }, "poll"],
    [{ inSession: true, voting: true, asking: true }, "poll"],
    [{ inSession: true, voting: false, asking: true }, "straw"],
  ])("%j: %s", (room, refusal) => {
    expect(openRefusal(room)).toBe(refusal);
  });
});

it.each([
  ["open", 0, null],
  ["open", 1, "answered"],
  ["closed", 0, "closed"],
  ["closed", 7, "closed"],
] as const)("taking back one that is %s with %i answers: %s", (state, answered, refusal) => {
  expect(discardRefusal({ state, answered })).toBe(refusal);
});

describe("answering", () => {
  const facts: AnsweringFacts = {
    state: "open",
    options: strawOptions(["装", "不装"]),
    guests: true,
    present: true,
    votingRight: true,
  };
  it.each<[string, Partial<AnsweringFacts>, string, string | null]>([
    ["a member who is there", {}, "o1", null],
    ["a guest who is asked", { votingRight: false }, "o2", null],
    ["a guest who is not asked", { votingRight: false, guests: false }, "o1", "not-entitled"],
    ["a member where guests are not asked", { guests: false }, "o1", null],
    ["somebody who is not there", { present: false }, "o1", "not-entitled"],
    ["what is no option", {}, "for", "invalid-choice"],
    ["nothing", {}, "", "invalid-choice"],
    ["once it is over", { state: "closed" }, "o1", "closed"],
    // Told first, whoever asks: it helps nobody to learn that they were not asked in what is over.
    ["once it is over, somebody not there", { state: "closed", present: false }, "o1", "closed"],
  ])("%s", (_, change, choice, refusal) => {
    expect(answerRefusal({ ...facts, ...change }, choice)).toBe(refusal);
  });
});
