import fc from "fast-check";
import { type Counts, MAX_COUNT } from "#app/domain/rule/counts.ts";
import type { Condition, Fraction, Measure, Rule } from "#app/domain/rule/types.ts";

/** A second opinion on rules: exact fractions in lowest terms over BigInt, sharing no line with the engine. */
class Ratio {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom: bigint) {
    const shared = greatestShared(top, bottom);
    this.top = top / shared;
    this.bottom = bottom / shared;
  }

  minus(other: Ratio): Ratio {
    return new Ratio(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  }

  get sign(): -1 | 0 | 1 {
    return this.top === 0n ? 0 : this.top < 0n ? -1 : 1;
  }
}

function greatestShared(a: bigint, b: bigint): bigint {
  const [x, y] = [a < 0n ? -a : a, b];
  return y === 0n ? (x === 0n ? 1n : x) : greatestShared(y, x % y);
}

/** Whether n of N attains the share: of nobody no share is attained. */
export function attains(n: number, all: number, { numerator, denominator, inclusive }: Fraction): boolean {
  if (all === 0) return false;
  const beyond = new Ratio(BigInt(n), BigInt(all)).minus(new Ratio(BigInt(numerator), BigInt(denominator))).sign;
  return inclusive ? beyond >= 0 : beyond > 0;
}

/** The verdict by the rule's own definition. */
export function judged(rule: Rule, counts: Counts): { quorumMet: boolean; passed: boolean } {
  const sides = rule.measures.map((measure) => (measure === "area" ? counts.area : counts) ?? {});
  const { quorum, pass } = rule;
  const came = quorum ? sides.every((side) => attains(side[quorum.of] ?? 0, side[quorum.over] ?? 0, quorum)) : true;
  const further = (rule.conditions ?? []).every((each) =>
    attains(counts.extra?.[each.of] ?? 0, counts.extra?.[each.over] ?? 0, each),
  );
  const agreed = sides.every((side) => attains(side.for ?? 0, side[pass.over] ?? 0, pass));
  return { quorumMet: came && further, passed: came && further && agreed };
}

export const anyFraction: fc.Arbitrary<Fraction> = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), fc.boolean())
  .map(([a, b, inclusive]) => ({
    numerator: Math.min(a, b),
    denominator: Math.max(a, b),
    inclusive: a === b || inclusive,
  }));

const anyMeasures = fc.constantFrom<Measure[]>(["heads"], ["area"], ["heads", "area"], ["area", "heads"]);
const source = { kind: "default", ref: "随机规则" } as const;
const conditions = fc.array(anyFraction, { maxLength: 3 }).map((fractions) =>
  fractions.map(
    (fraction, index): Condition => ({
      ...fraction,
      id: `further-${index}`,
      of: `part${index}`,
      ofLabel: `其中${index}`,
      over: `whole${index}`,
      overLabel: `总数${index}`,
      source,
    }),
  ),
);

/** Rules that no law knows: any fraction up to a thousandth, any denominators, measures and further conditions. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    quorum: fc.option(
      fc
        .tuple(anyFraction, fc.constantFrom("present", "participating"), fc.constantFrom("due", "total"))
        .map(([fraction, of, over]) => ({ ...fraction, of, over }) as const),
    ),
    pass: fc
      .tuple(anyFraction, fc.constantFrom("due", "present", "participating", "total"))
      .map(([fraction, over]) => ({ ...fraction, over }) as const),
    measures: anyMeasures,
    conditions,
  })
  .map((parts) => ({ ...parts, id: "random", name: "随机规则", unit: "人", source }));

const anySide = (most: number) =>
  fc
    .array(fc.nat(most), { minLength: 5, maxLength: 5 })
    .map((drawn) => drawn.sort((a, b) => a - b))
    .map(([agree = 0, participating = 0, present = 0, due = 0, total = 0]) => ({
      for: agree,
      participating,
      present,
      due,
      total,
    }));

/** Counts that contradict nothing, from nobody to as many as the engine takes, often close together or small. */
export const anyCounts = (most = MAX_COUNT): fc.Arbitrary<Counts> => {
  const within = fc.oneof(anySide(Math.min(most, 60)), anySide(most));
  const parts = fc.array(fc.tuple(fc.nat(Math.min(most, 60)), fc.nat(Math.min(most, 60))), {
    minLength: 3,
    maxLength: 3,
  });
  return fc.record({ heads: within, area: within, parts }).map(({ heads, area, parts: drawn }) => ({
    ...heads,
    area,
    extra: Object.fromEntries(
      drawn.flatMap(([a, b], index) => [
        [`part${index}`, Math.min(a, b)],
        [`whole${index}`, Math.max(a, b)],
      ]),
    ),
  }));
};
