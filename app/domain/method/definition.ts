import { z } from "zod";
import type { CalendarDay } from "#app/domain/calendar/day.ts";
import type { Counts } from "#app/domain/rule/counts.ts";
import { sourceSchema } from "#app/domain/source-schema.ts";
import { conditionSchema, factName, idSchema as id, testSchema } from "./test-schema.ts";
import { EXCEPTION_CODES, METHOD_FAMILIES, PAPERS, STAGE_KINDS } from "./vocabulary.ts";

const label = z.string().min(1).max(60);

const gateLineSchema = z.strictObject({
  id,
  text: label,
  fact: factName,
  test: testSchema,
  /** Without it the line is always asked. */
  when: conditionSchema.optional(),
  source: sourceSchema,
});

/** Counters that a step raises by one; gate lines read them like facts, under the same names. */
const counters = z.array(factName).max(4).optional();
const gate = z.array(gateLineSchema).max(20);
const way = { label, to: id, gate: gate.optional(), counts: counters, source: sourceSchema.optional() };

const exitSchema = z.strictObject({
  event: id,
  ...way,
  /** Taken by itself when the statutory decision that the stage sent out comes back; never by a person. */
  after: z.enum(["passed", "failed"]).optional(),
});

const exceptionSchema = z.strictObject({ code: z.enum(EXCEPTION_CODES), ...way });

/** One of several reviews that run side by side; the stage's exits open when all have given their opinion. */
const branchSchema = z.strictObject({
  /** The event that hands in the opinion. */
  id,
  name: label,
  who: z.string().max(60),
  gate: gate.min(1),
  source: sourceSchema,
});

/** A statutory decision, by its method's id, into which the stage can go on; it comes back by an exit with `after`. */
const decisionSchema = z.strictObject({ method: id, label, gate: gate.optional(), source: sourceSchema });

const deadlineSchema = z.strictObject({
  text: label,
  /** Days proposed; the first day does not count (民法典 201). */
  days: z.int().min(0).max(3650),
  maxDays: z.int().min(0).max(3650).optional(),
  kind: z.enum(["calendar", "working"]),
  source: sourceSchema,
});

const seatSchema = z.strictObject({
  id,
  name: label,
  kind: z.enum(["fixed", "flexible", "observer"]),
  /** How many of the seat must be there. */
  min: z.int().min(0).max(1000).optional(),
  /** False where the seat speaks and commits itself but has no vote. */
  votes: z.boolean().optional(),
  source: sourceSchema,
});

const papers = z.array(z.enum(PAPERS)).max(12);

const stageSchema = z.strictObject({
  id,
  name: label,
  kind: z.enum(STAGE_KINDS),
  /** Who acts, in Chinese. */
  who: z.string().max(60),
  /** What must hold before any exit is taken; exceptions and branches do not ask it. */
  gate,
  exits: z.array(exitSchema).max(12),
  deadline: deadlineSchema.optional(),
  /** Papers that must lie before the stage begins, and those that it brings forth. */
  documentsIn: papers.optional(),
  documents: papers,
  exceptions: z.array(exceptionSchema).max(EXCEPTION_CODES.length),
  branches: z.array(branchSchema).min(2).max(6).optional(),
  decisions: z.array(decisionSchema).min(1).max(8).optional(),
  /** Rule presets that polls of this stage go by; the first is proposed. */
  rules: z.array(id).max(4).optional(),
  final: z.boolean().optional(),
  /** Of a final stage: what a decision came to, for the method that asked for it. */
  result: z.enum(["passed", "failed"]).optional(),
  source: sourceSchema.optional(),
});

/** When a body meets by this method: every week, on a day of each month, on the nth weekday of each month, or once a quarter. */
const calendarSchema = z.discriminatedUnion("every", [
  /** ISO weekday, 1 Monday … 7 Sunday. */
  z.strictObject({ every: z.literal("week"), weekday: z.int().min(1).max(7) }),
  z.strictObject({ every: z.literal("month"), day: z.int().min(1).max(28) }),
  z.strictObject({ every: z.literal("month-weekday"), nth: z.int().min(1).max(4), weekday: z.int().min(1).max(7) }),
  z.strictObject({ every: z.literal("quarter") }),
]);

export const methodSchema = z.strictObject({
  id,
  name: label,
  version: z.int().min(1),
  family: z.enum(METHOD_FAMILIES),
  summary: z.string().min(1).max(400),
  /** `example`: the public definition is unknown, adapt it to the local paper; `blank`: nothing can be begun before its labels are filled in. */
  status: z.enum(["ready", "example", "blank"]).default("ready"),
  /** Delivered switched off: a community that goes by it switches it on. */
  offByDefault: z.boolean().optional(),
  /** What a secretary must know before using it: what is unknown, what the law asks beside it. */
  note: z.string().max(400).optional(),
  /** `none`: the room opens no poll about such an issue. */
  voting: z.enum(["none", "opinion", "rule"]).default("opinion"),
  calendar: calendarSchema.optional(),
  /** A meeting cannot close before every open item of the last one was reported. */
  reportBackFirst: z.boolean().optional(),
  sources: z.array(sourceSchema).min(1).max(20),
  seats: z.array(seatSchema).max(40),
  /** The first is where an issue begins. */
  stages: z.array(stageSchema).min(2).max(40),
});

export type GateLine = z.infer<typeof gateLineSchema>;
export type ExceptionCode = (typeof EXCEPTION_CODES)[number];
export type StageDeadline = z.infer<typeof deadlineSchema>;
export type Seat = z.infer<typeof seatSchema>;
export type Branch = z.infer<typeof branchSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type MethodCalendar = z.infer<typeof calendarSchema>;
/** 议事方法 as data, as it is written. */
export type MethodDraft = z.input<typeof methodSchema>;
/** 议事方法 as data, checked. */
export type MethodDefinition = z.infer<typeof methodSchema>;

/** What gate lines read. Built by commands from stored rows; see `issue/facts.ts`. */
export type FactValue = string | number | boolean | readonly string[] | Counts | null | undefined;
export type Facts = Readonly<Record<string, FactValue>>;

/** Where an issue stands, as stored: JSON with the definition's version that it began with. */
export interface MethodSnapshot {
  readonly method: string;
  readonly version: number;
  /** Stage id. */
  readonly value: string;
  /** In a stage with branches: which have handed in their opinion. */
  readonly branches?: Readonly<Record<string, "open" | "done">>;
  /** The day on which the stage was entered; unknown in processes begun by earlier editions. */
  readonly since?: CalendarDay;
  readonly context: {
    /** Steps taken so far. */
    readonly steps: number;
    /** Counters by name: how often returned, discussed, … */
    readonly counts: Readonly<Record<string, number>>;
  };
  /** The process that waits for this decision to come back. */
  readonly outer?: MethodSnapshot;
}

/** A line of a checklist: what is asked, whether it holds, and what is there instead. */
export interface ChecklistLine {
  readonly id: string;
  /** The fact that it reads; absent where it waits for a review. */
  readonly fact?: string;
  readonly met: boolean;
  readonly text: string;
  readonly detail: string;
  readonly source: z.infer<typeof sourceSchema>;
}

export type { GateOp, GateTest } from "./test-schema.ts";
