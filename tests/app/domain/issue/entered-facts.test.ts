import { describe, expect, it } from "vitest";
import { DomainError } from "#app/domain/errors.ts";
import { enteredFacts, factsOutOfDecision } from "#app/domain/issue/entered-facts.ts";
import type { GateLine } from "#app/domain/method/definition.ts";
import { methodSchema } from "#app/domain/method/definition.ts";
import { fourDiscussions } from "#app/methods/four-discussions.ts";
import { sevenSteps } from "#app/methods/seven-steps.ts";
import { exit, line, sample, stage } from "#tests/app/domain/method/sample.ts";

const asking = (...gate: GateLine[]) => ({
  ...sample(),
  stages: [stage("talk", { exits: [exit("advance", "done", gate)] }), stage("done", { final: true })],
});
const method = asking(
  line("note", "note", { op: "present" }),
  line("day", "day", { op: "is-day" }),
  line("amount", "amount", { op: "at-most", value: 3 }),
  line("names", "names", { op: "lists", least: 1 }),
  line("vote", "vote", { op: "passes", rules: ["party-members"] }),
  line("voted", "vote", { op: "present" }),
  line("owner-words", "ownerWords", { op: "explained", by: "explained" }),
  line("statements", "statements", { op: "at-least", value: 1 }),
);

const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
const nestedCounts = (depth: number): unknown => JSON.parse(`${'{"area":'.repeat(depth)}{}${"}".repeat(depth)}`);

function refused(facts: unknown): unknown {
  try {
    return enteredFacts(method, facts as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problems } = error.details as { problems: { field: string; message: string }[] };
    for (const { message } of problems) expect(message).toMatch(/[一-龥]/);
    return problems.map(({ field }) => field.split(".")[0]);
  }
}

describe("facts from outside", () => {
  it.each<[string, unknown, string]>([
    ["a name nobody asks", { other: "x" }, "other"],
    ["a prototype's own name", JSON.parse('{"__proto__":{"note":"x"}}'), "__proto__"],
    ["a member of every object", { constructor: "x" }, "constructor"],
    ["what the house knows itself", { today: "2026-11-25" }, "today"],
    ["what the house finds itself", { ownerWords: [] }, "ownerWords"],
    ["a day beyond the calendar", { day: "9999-12-31" }, "day"],
    ["a day before it", { day: "0001-01-01" }, "day"],
    ["a day in a list", { day: ["2026-11-25"] }, "day"],
    ["a list of things", { names: [{ toString: 1 }] }, "names"],
    ["a list of lists", { names: [["甲"]] }, "names"],
    ["a list without a bottom", { names: nested(100_000) }, "names"],
    ["a member as long as a book", { names: ["甲".repeat(10_000)] }, "names"],
    ["more members than a hall holds", { names: Array.from({ length: 301 }, (_, n) => `${n}`) }, "names"],
    ["a text as long as a book", { note: "甲".repeat(10_000) }, "note"],
    ["half a person", { amount: 1.5 }, "amount"],
    ["votes without a bottom", { vote: nestedCounts(50_000) }, "vote"],
    [
      "votes of thousands of kinds",
      { vote: { extra: Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`n${n}`, 1])) } },
      "vote",
    ],
    ["votes under a name as long as a book", { vote: { extra: { ["n".repeat(10_000)]: 1 } } }, "vote"],
    ["votes that are no figures", { vote: { for: "many" } }, "vote"],
  ])("are refused with a sentence: %s", (_, facts, field) => {
    expect(refused(facts)).toEqual([field]);
  });

  it("are taken back by leaving them empty", () => {
    const empty = { note: "", day: "", amount: "", names: "", vote: { for: "", against: " " } };
    expect(enteredFacts(method, empty)).toEqual({ note: "", day: "", amount: null, names: [], vote: null });
  });

  it("keep what people type", () => {
    const typed = {
      note: " 好 ",
      day: "2026-11-25",
      amount: "3",
      names: "甲\n乙\n甲\n",
      vote: { for: "8", due: " 12 " },
    };
    expect(enteredFacts(method, typed)).toEqual({
      ...{ note: "好", day: "2026-11-25", amount: 3, names: ["甲", "乙"] },
      vote: { for: 8, due: 12 },
    });
    expect(enteredFacts(method, { statements: 2, reason: "不收" })).toEqual({ statements: 2 });
  });
});

it.each(["constructor", "toString", "hasOwnProperty", "valueOf"])(
  "a method names no fact like a member of every object: %s",
  (fact) => {
    const asked = asking(line("it", fact, { op: "present" }));
    expect(methodSchema.safeParse(asked).success).toBe(false);
  },
);
it("nor a stage", () => {
  const [first, ...others] = sample().stages;
  expect(methodSchema.safeParse({ ...sample(), stages: [{ ...first, id: "constructor" }, ...others] }).success).toBe(
    false,
  );
});

it("brings nothing out of a decision that any method waiting for it asks in its own right", () => {
  const note = asking(line("note", "note", { op: "present" }));
  const vote = asking(line("vote", "vote", { op: "present" }), line("own", "own", { op: "present" }));
  const [inner, between, outer] = [vote, note, vote];
  const facts = { vote: { for: 3 }, own: "x", note: "y", other: "z" };
  expect(factsOutOfDecision(inner, [between, outer], facts)).toEqual({ note: "y", other: "z" });
  expect(factsOutOfDecision(inner, [between], facts)).toEqual(facts);
});

it("takes a fact back where its field was kept empty, whatever its kind", () => {
  const figures = { due: "", present: "", for: "" };
  expect(enteredFacts(fourDiscussions, { partyVote: figures, planSentOn: "" })).toEqual({
    partyVote: null,
    planSentOn: "",
  });
  expect(enteredFacts(sevenSteps, { opinions: "", ground: "", options: "" })).toEqual({
    opinions: null,
    ground: "",
    options: [],
  });
});

it("reads figures as they were typed and refuses those that cannot be", () => {
  expect(enteredFacts(fourDiscussions, { partyVote: { due: "34", present: "30", for: " 18 ", against: "" } })).toEqual({
    partyVote: { due: 34, present: 30, for: 18 },
  });
  expect(() => enteredFacts(fourDiscussions, { partyVote: { due: "34", present: "30", for: "31" } })).toThrow();
  expect(() => enteredFacts(sevenSteps, { opinions: "五" })).toThrow();
});
