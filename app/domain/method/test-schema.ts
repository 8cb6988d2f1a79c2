import { z } from "zod";

/** Members that every object has: data under such a name would be mistaken for them. */
const INHERITED = "constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf";
const ID = new RegExp(`^(?!(?:${INHERITED})$)[a-z][a-z0-9-]{0,39}$`);
const FACT_NAME = new RegExp(`^(?!(?:${INHERITED})$)[a-z][A-Za-z0-9]{0,39}$`);

export const idSchema = z.string().regex(ID, "编号只用小写字母、数字和连字符，字母开头，最多 40 位");
/** A fact or counter name, camelCase. */
export const factName = z.string().regex(FACT_NAME, "事实名只用字母和数字，小写字母开头，最多 40 位");

const days = z.int().min(0).max(3650);
const names = z.array(z.string().min(1).max(60)).min(1).max(60);
const rules = z.array(idSchema).min(1).max(4);

/** How a gate line judges its fact. Facts not given fail every test except `at-most`: gates are closed by default. */
export const testSchema = z.discriminatedUnion("op", [
  /** Filled in: a text with letters, a list with members, a number, or true. */
  z.strictObject({ op: z.literal("present") }),
  z.strictObject({ op: z.literal("is-true") }),
  /** A real calendar day "YYYY-MM-DD". */
  z.strictObject({ op: z.literal("is-day") }),
  /** A number, or the length of a list; a fact not given counts as 0. */
  z.strictObject({ op: z.literal("at-least"), value: z.int() }),
  z.strictObject({ op: z.literal("at-most"), value: z.int() }),
  /** One of these words, as they stand on the page. */
  z.strictObject({ op: z.literal("one-of"), value: names }),
  /** A list of at least so many members, one a line. */
  z.strictObject({ op: z.literal("lists"), least: z.int().min(1).max(1000) }),
  /** A list that holds each of these, such as the ids of seats that must be taken. */
  z.strictObject({ op: z.literal("includes-all"), value: names }),
  /** A list that holds at least `least` of these: three of four sides. */
  z.strictObject({ op: z.literal("includes-some"), value: names, least: z.int().min(1).max(60) }),
  /** A list that holds every member of the list under the fact `of`: everybody concerned has signed. An empty `of` fails. */
  z.strictObject({ op: z.literal("covers"), of: factName }),
  /** A list without a member in common with the list under `of`: whoever carries out does not supervise. Both must be given. */
  z.strictObject({ op: z.literal("disjoint"), of: factName }),
  /** A number not below the number under `of`: each objection answered. */
  z.strictObject({ op: z.literal("as-many-as"), of: factName }),
  /** A day whose period of so many days has run out before `today` (the first day not counted, 民法典 201, 203). */
  z.strictObject({ op: z.literal("elapsed"), days, kind: z.enum(["calendar", "working"]) }),
  /** A day at least so many days after the day under `of`, that day not counted: notice of a meeting. */
  z.strictObject({ op: z.literal("days-after"), of: factName, days }),
  /** A text without telephone, identity or room numbers. */
  z.strictObject({ op: z.literal("de-identified") }),
  /** An empty list, or the fact `by` says why it does not matter. */
  z.strictObject({ op: z.literal("explained"), by: factName }),
  /** Counts of a poll: the quorum of every rule is met. Ids of rule presets. */
  z.strictObject({ op: z.literal("quorum"), rules }),
  /** Counts of a poll: passed by every rule; local and statutory thresholds must both hold. */
  z.strictObject({ op: z.literal("passes"), rules }),
  /** Counts of a poll: every quorum met, and not passed by every rule. What passed can not be called failed. */
  z.strictObject({ op: z.literal("fails"), rules }),
]);

/** When a line is asked at all: another fact has one of these words, is confirmed, or counts so many. */
export const conditionSchema = z.strictObject({
  fact: factName,
  test: z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("one-of"), value: names }),
    z.strictObject({ op: z.literal("is-true") }),
    z.strictObject({ op: z.literal("at-least"), value: z.int() }),
  ]),
});

export type GateTest = z.infer<typeof testSchema>;
export type GateOp = GateTest["op"];
