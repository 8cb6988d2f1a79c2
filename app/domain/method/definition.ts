import { z } from "zod";
import { sourceSchema } from "#app/domain/source-schema.ts";

const METHOD_FAMILIES = ["deliberation", "decision", "dispatch", "activity"] as const;

/** What a person may do out of turn; each needs a reason. 退回 · 不予受理 · 转交升级 · 延期 · 休会 · 紧急 · 撤回 · 合并 · 拆分 · 复议 · 异议 · 更正 · 流会. */
const EXCEPTION_CODES = [
  "return",
  "reject",
  "escalate",
  "postpone",
  "adjourn",
  "urgent",
  "withdraw",
  "merge",
  "split",
  "reconsider",
  "objection",
  "correction",
  "no-quorum",
] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "编号只用小写字母、数字和连字符");
const label = z.string().min(1).max(60);
/** A fact or counter name, camelCase. */
const factName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

const testSchema = z.discriminatedUnion("op", [
  /** Filled in: a text with letters, a list with members, a number, or true. */
  z.object({ op: z.literal("present") }),
  z.object({ op: z.literal("is-true") }),
  /** A real calendar day "YYYY-MM-DD". */
  z.object({ op: z.literal("is-day") }),
  /** A number, or the length of a list; a fact not given counts as 0. */
  z.object({ op: z.literal("at-least"), value: z.int() }),
  z.object({ op: z.literal("at-most"), value: z.int() }),
  z.object({ op: z.literal("one-of"), value: z.array(z.string()).min(1) }),
  /** A list that holds each of these, such as the ids of seats that must be taken. */
  z.object({ op: z.literal("includes-all"), value: z.array(z.string()).min(1) }),
]);

const gateLineSchema = z.object({ id, text: label, fact: factName, test: testSchema, source: sourceSchema });

/** Counters that a step raises by one; gate lines read them like facts, under the same names. */
const counters = z.array(factName).optional();

const exitSchema = z.object({
  event: id,
  label,
  to: id,
  gate: z.array(gateLineSchema).optional(),
  counts: counters,
});

const exceptionSchema = z.object({
  code: z.enum(EXCEPTION_CODES),
  label,
  to: id,
  gate: z.array(gateLineSchema).optional(),
  counts: counters,
});

const deadlineSchema = z.object({
  text: label,
  /** Days proposed; the first day does not count (民法典 201). */
  days: z.int().min(0).max(3650),
  maxDays: z.int().min(0).max(3650).optional(),
  kind: z.enum(["calendar", "working"]),
  source: sourceSchema,
});

const seatSchema = z.object({
  id,
  name: label,
  kind: z.enum(["fixed", "flexible", "observer"]),
  /** How many of the seat must be there. */
  min: z.int().min(0).optional(),
  source: sourceSchema,
});

const stageSchema = z.object({
  id,
  name: label,
  kind: z.enum(["intake", "meeting", "reply", "work", "feedback", "final"]),
  /** Who acts, in Chinese. */
  who: z.string().max(60),
  /** What must hold before any exit is taken; exceptions do not ask it. */
  gate: z.array(gateLineSchema),
  exits: z.array(exitSchema),
  deadline: deadlineSchema.optional(),
  /** Genres of papers that belong to the stage. */
  documents: z.array(id),
  exceptions: z.array(exceptionSchema),
  final: z.boolean().optional(),
  source: sourceSchema.optional(),
});

export const methodSchema = z.object({
  id,
  name: label,
  version: z.int().min(1),
  family: z.enum(METHOD_FAMILIES),
  summary: z.string().min(1).max(400),
  sources: z.array(sourceSchema).min(1),
  seats: z.array(seatSchema),
  /** The first is where an issue begins. */
  stages: z.array(stageSchema).min(2),
});

export type GateTest = z.infer<typeof testSchema>;
export type GateLine = z.infer<typeof gateLineSchema>;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];
export type StageDeadline = z.infer<typeof deadlineSchema>;
export type Seat = z.infer<typeof seatSchema>;
export type Stage = z.infer<typeof stageSchema>;
/** 议事方法 as data. */
export type MethodDefinition = z.infer<typeof methodSchema>;

/** What gate lines read. Built by commands from stored rows; see `issue/facts.ts`. */
export type FactValue = string | number | boolean | readonly string[] | null | undefined;
export type Facts = Readonly<Record<string, FactValue>>;

/** Where an issue stands, as stored: JSON with the definition's version. */
export interface MethodSnapshot {
  readonly method: string;
  readonly version: number;
  /** Stage id. */
  readonly value: string;
  readonly context: {
    /** Steps taken so far. */
    readonly steps: number;
    /** Counters by name: how often returned, discussed, … */
    readonly counts: Readonly<Record<string, number>>;
  };
}

/** A line of a checklist: what is asked, whether it holds, and what is there instead. */
export interface ChecklistLine {
  readonly id: string;
  readonly met: boolean;
  readonly text: string;
  readonly detail: string;
  readonly source: z.infer<typeof sourceSchema>;
}
