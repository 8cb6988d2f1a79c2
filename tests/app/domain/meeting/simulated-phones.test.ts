import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEANINGS, planArrivals, planVotes, randomChoice, shuffled } from "#app/domain/meeting/simulated-phones.ts";
import { ABSTAIN, type BallotForm, DEFAULT_OPTIONS, type PollOption, readBallot } from "#app/domain/poll/form.ts";

/** Dice that fall as the numbers say, over and over. */
const dice = (numbers: readonly number[]) => {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
};
const rolls = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map(dice);
const people = (count: number) => Array.from({ length: count }, (_, n) => `p${n}`);
const YES_NO = { form: { kind: "yes-no" }, options: DEFAULT_OPTIONS } as const;

const candidates = (count: number): PollOption[] => [
  ...Array.from({ length: count }, (_, n) => ({ id: `c${n}`, label: `候选人${n}` })),
  ABSTAIN,
];
const ballots: fc.Arbitrary<{ form: BallotForm; options: readonly PollOption[] }> = fc.oneof(
  fc.constant(YES_NO),
  fc.integer({ min: 1, max: 12 }).map((count) => ({
    form: { kind: "each" as const, items: people(count).map((id) => ({ id, label: id })) },
    options: DEFAULT_OPTIONS,
  })),
  fc.integer({ min: 2, max: 9 }).chain((count) =>
    fc.integer({ min: 1, max: count }).map((most) => ({
      form: { kind: "choice" as const, most, seats: 1 },
      options: candidates(count),
    })),
  ),
);

describe("a simulated phone", () => {
  it("casts only ballots that the poll takes, whatever its form and however the dice fall", () => {
    fc.assert(
      fc.property(ballots, fc.constantFrom(...LEANINGS), rolls, (ballot, leaning, random) => {
        expect(readBallot(ballot, randomChoice(ballot, leaning, random))).not.toBeNull();
      }),
    );
  });

  it("leans as it is told to", () => {
    const share = (leaning: (typeof LEANINGS)[number], option: string) => {
      let state = 7;
      const random = () => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return state / 2 ** 31;
      };
      const choices = people(2000).map(() => randomChoice(YES_NO, leaning, random));
      return choices.filter((choice) => choice === option).length / choices.length;
    };
    expect(share("first", "for")).toBeGreaterThan(0.6);
    expect(share("last", "against")).toBeGreaterThan(0.6);
    expect(Math.abs(share("mixed", "for") - share("mixed", "against"))).toBeLessThan(0.2);
    expect(share("mixed", "abstain")).toBeGreaterThan(0.02);
  });
});

describe("a hall of them", () => {
  it("votes each once at most: some slow, a few never, one or two of the missing late", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 5 }), rolls, (count, away, random) => {
        const present = people(count);
        const absent = people(away).map((id) => `away ${id}`);
        const { ballots: planned, never } = planVotes({ present, absent }, YES_NO, "mixed", random);
        const late = planned.filter((each) => each.late);
        expect(new Set(planned.map(({ personId }) => personId)).size).toBe(planned.length);
        expect(planned.length - late.length + never).toBe(count);
        expect(late.map(({ personId }) => personId).every((id) => absent.includes(id))).toBe(true);
        expect(late).toHaveLength(Math.min(2, away));
        expect(never).toBe(Math.floor(count / 12));
        for (const { at } of planned) expect(at >= 0 && at <= 28_000).toBe(true);
      }),
    );
  });

  it("has phones that lose an answer and send again", () => {
    const { ballots: planned } = planVotes({ present: people(40), absent: [] }, YES_NO, "first", Math.random);
    expect(planned.some(({ again }) => again !== null)).toBe(true);
    expect(planned.some(({ again }) => again === null)).toBe(true);
  });

  it("comes in one by one, nobody twice, nobody left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), rolls, (count, random) => {
        const coming = planArrivals(shuffled(people(count), random), random);
        expect(coming.map(({ personId }) => personId).sort()).toEqual(people(count).sort());
        for (const { at } of coming) expect(at >= 0 && at <= 12_000).toBe(true);
      }),
    );
  });
});
