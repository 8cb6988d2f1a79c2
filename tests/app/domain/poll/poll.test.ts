import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_OPTIONS, readBallot, YES_NO } from "#app/domain/poll/form.ts";
import { POLL_STATES, type PollState, stepPoll } from "#app/domain/poll/machine.ts";
import { judgePoll } from "#app/domain/poll/outcome.ts";
import { castIn, castRefusal, countOptions, headsIn, tally } from "#app/domain/poll/tally.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { refusal } from "#tests/app/domain/refusal.ts";

describe("poll", () => {
  const EVENTS = ["open", "close", "void"] as const;
  const TABLE: Readonly<Record<string, PollState>> = {
    "draft open": "open",
    "open close": "closed",
    "open void": "voided",
  };

  it.each(POLL_STATES.flatMap((state) => EVENTS.map((type) => [state, type] as const)))("%s × %s", (state, type) => {
    const to = TABLE[`${state} ${type}`];
    if (to) expect(stepPoll(state, { type })).toBe(to);
    else {
      expect(refusal(() => stepPoll(state, { type }))).toEqual({
        word: "wrong-state",
        details: { state, event: type },
      });
    }
  });
});

const lines = (choices: readonly string[]) => headsIn(choices.map((choice) => ({ item: "", choice, area: null })));

describe("tally", () => {
  it("counts each choice once, in whatever order, and loses none", () => {
    const choice = fc.oneof(
      fc.constantFrom("for", "against", "abstain"),
      fc.constantFrom("", "FOR", "__proto__", "toString", "invalid"),
    );
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 300 }), (choices) => {
        const votes = tally(DEFAULT_OPTIONS, lines(choices));
        const of = (id: string) => choices.filter((each) => each === id).length;
        expect([votes.for, votes.against, votes.abstain]).toEqual([of("for"), of("against"), of("abstain")]);
        expect(castIn(votes)).toBe(choices.length);
        expect(tally(DEFAULT_OPTIONS, lines([...choices].reverse()))).toEqual(votes);
      }),
    );
  });

  it("counts options of the poll's own", () => {
    const options = [
      { id: "east", label: "东门" },
      { id: "west", label: "西门" },
    ];
    const { counts, invalid } = countOptions(options, lines(["west", "east", "west", "north"]));
    expect([[...counts], invalid]).toEqual([
      [
        ["east", 1],
        ["west", 2],
      ],
      1,
    ]);
  });

  it("leaves those who came and did not cast in the denominator", () => {
    const choices = [...Array(20).fill("for"), ...Array(5).fill("against")];
    const votes = tally(DEFAULT_OPTIONS, lines(choices));
    expect(castIn(votes)).toBe(25);
    const rules = [requireRule("resident-representatives")] as const;
    const roll = { due: 60, present: 41, total: 60 };
    expect(judgePoll({ form: { kind: "yes-no" }, options: DEFAULT_OPTIONS, rules, roll, votes })).toMatchObject({
      quorumMet: true,
      passed: false,
    });
  });
});

describe("castRefusal", () => {
  it.each([
    ["open", true, "for", null],
    ["open", true, "maybe", "invalid-choice"],
    ["open", true, "__proto__", "invalid-choice"],
    ["open", false, "maybe", "not-entitled"],
    ["closed", false, "maybe", "poll-closed"],
    ["closed", true, "for", "poll-closed"],
    ["draft", true, "for", "poll-closed"],
    ["voided", true, "for", "poll-closed"],
  ] as const)("%s, entitled %s, %s → %s", (state, entitled, choice, word) => {
    for (const mode of ["secret", "named"] as const) {
      const refusal = castRefusal({ state, mode }, entitled);
      const read = readBallot({ form: YES_NO, options: DEFAULT_OPTIONS }, choice);
      expect(refusal ?? (read ? null : "invalid-choice")).toBe(word);
    }
  });

  it.each(["hands", "paper"] as const)("a phone has nothing to choose in a poll by %s", (mode) => {
    expect(castRefusal({ state: "open", mode }, true)).toBe("invalid-choice");
  });
});
