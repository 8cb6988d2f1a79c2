import { z } from "zod";
import type { Source } from "#app/domain/source.ts";
import { sourceSchema } from "#app/domain/source-schema.ts";

/** 分母: 应到 · 到会 · 参与表决 · 全体. */
const DENOMINATORS = ["due", "present", "participating", "total"] as const;
export const MEASURES = ["heads", "area"] as const;
const COUNT_NAMES = ["due", "present", "participating", "total", "for", "against", "abstain", "invalid"] as const;

const fraction = {
  numerator: z.int().min(1).max(1000),
  denominator: z.int().min(1).max(1000),
  /** true for “以上” (≥), false for “过”“超过” (>). */
  inclusive: z.boolean(),
};

/** A fraction over 1, or “more than all”, could never be reached. */
const reachable = (t: { numerator: number; denominator: number; inclusive: boolean }) =>
  t.inclusive ? t.numerator <= t.denominator : t.numerator < t.denominator;

const quorumSchema = z
  .object({ ...fraction, of: z.enum(["present", "participating"]), over: z.enum(["due", "total"]) })
  .refine(reachable, "比例不能超过全体");

const passSchema = z.object({ ...fraction, over: z.enum(DENOMINATORS) }).refine(reachable, "比例不能超过全体");

/** A further count that must hold beside the quorum, such as women's representatives present. Keys name members of `Counts.extra`. */
const conditionSchema = z
  .object({
    ...fraction,
    id: z.string().min(1),
    of: z.string().min(1),
    ofLabel: z.string().min(1),
    over: z.string().min(1),
    overLabel: z.string().min(1),
    source: sourceSchema,
  })
  .refine(reachable, "比例不能超过全体");

/**
 * 委托: whether somebody else may vote for a member under this rule, by a written authority. `most`: principals per holder, null where nobody
 * limits them. `holder`: whoever votes for others stands on the same roll with a vote of their own, or also in the same household.
 * `additions` names what the source does not ask and we do, so that a default is never shown as its words.
 */
const proxySchema = z.discriminatedUnion("allowed", [
  z.object({ allowed: z.literal(false), source: sourceSchema }),
  z.object({
    allowed: z.literal(true),
    most: z.int().min(1).max(20).nullable(),
    holder: z.enum(["roll", "household"]),
    candidatesExcluded: z.literal(true),
    source: sourceSchema,
    additions: z
      .object({ of: z.array(z.enum(["most", "holder", "candidates"])).min(1), source: sourceSchema })
      .optional(),
  }),
]);

export const ruleSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(60),
  /** `null` where no quorum is laid down. */
  quorum: quorumSchema.nullable(),
  pass: passSchema,
  measures: z.array(z.enum(MEASURES)).min(1),
  /** What one head is: 人, 户. */
  unit: z.string().min(1).max(4),
  /** Chinese words for counts where the law says something else than the usual ones. */
  labels: z.partialRecord(z.enum(COUNT_NAMES), z.string().min(1)).optional(),
  /** Who is counted and how, for whoever enters the figures. */
  note: z.string().min(1).max(200).optional(),
  conditions: z.array(conditionSchema).optional(),
  /** Without it nobody votes for another: `proxyTerms`. */
  proxy: proxySchema.optional(),
  /** 选举: it seats people. The law wants it secret, and its results say 当选. */
  election: z.literal(true).optional(),
  source: sourceSchema,
});

export type Denominator = (typeof DENOMINATORS)[number];
export type Measure = (typeof MEASURES)[number];
export type CountName = (typeof COUNT_NAMES)[number];
/** The bare fraction of a threshold, without what it is taken of. */
export type Fraction = { readonly numerator: number; readonly denominator: number; readonly inclusive: boolean };
export type Quorum = Readonly<z.infer<typeof quorumSchema>>;
export type Pass = Readonly<z.infer<typeof passSchema>>;
export type Condition = Readonly<z.infer<typeof conditionSchema>>;
/** 委托 as a rule has it. */
export type ProxyTerms = Readonly<z.infer<typeof proxySchema>>;
/** 通过规则 as data; presets in `presets.ts`. */
export type Rule = Readonly<z.infer<typeof ruleSchema>>;

/** One comparison of a verdict: `left` and `right` are the cross-multiplied integers that were compared (3n and 2N for n ≥ 2N/3). */
export interface Step {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly met: boolean;
  readonly source: Source;
}

export interface Verdict {
  readonly quorumMet: boolean;
  /** Never true without a quorum. */
  readonly passed: boolean;
  readonly steps: readonly Step[];
}
