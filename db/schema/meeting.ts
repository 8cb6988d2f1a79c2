import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Schedule } from "#app/domain/calendar/schedule.ts";
import type { FactValue, MethodSnapshot } from "#app/domain/method/definition.ts";
import { edition, flag, id, moment } from "./columns.ts";
import { community } from "./community.ts";
import { issue } from "./issue.ts";
import { roll } from "./roll.ts";

/** What an issue was before its outcome was decided, so that the decision can be taken back until the meeting closes. */
export type BeforeDecision = {
  process: MethodSnapshot;
  stage: string;
  facts: Record<string, FactValue>;
  /** ISO 8601 UTC */
  settledAt: string | null;
  /** The process as the decision left it: when the issue has moved on since, the decision stands. */
  left: MethodSnapshot;
  /** Ids of action items that the decision ended, open before. */
  ended: string[];
  /** Names of the facts that the decision brought; decisions of earlier editions do not say. */
  given?: string[];
};

/** What a body was when its meeting opened: changing the body later does not change how that meeting was held. */
export type BodyThen = {
  name: string;
  methodId: string;
  ruleId: string;
  overlays?: string[];
  /** The further roll whose people it called; meetings opened before there were any do not say. */
  roll?: { id: string; name: string; kind: "people" | "owners" };
};

/** 议事机构 (such as 相约星期三): who meets, when, by which method. */
export const body = sqliteTable("body", {
  id: id(),
  communityId: text()
    .notNull()
    .references(() => community.id),
  name: text().notNull(),
  methodId: text().notNull(),
  schedule: text({ mode: "json" }).$type<Schedule>().notNull().default({ every: "none" }),
  /** "14:30" in Asia/Shanghai. */
  startTime: text().notNull(),
  place: text().notNull().default(""),
  /** The rule preset whose quorum opens its meetings and decides its polls unless another is chosen. */
  ruleId: text().notNull(),
  /** 地方加严条件 (`app/domain/rule/overlays.ts`) that hold beside the rule. */
  overlays: text({ mode: "json" }).$type<string[]>().notNull().default([]),
  /** Whose people it calls; null is the community's own roll. */
  rollId: text().references(() => roll.id),
  version: edition(),
  /** No longer in use: nothing new is planned for it, its meetings stay. */
  removedAt: moment(),
});

export const meeting = sqliteTable(
  "meeting",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    bodyId: text()
      .notNull()
      .references(() => body.id),
    /** Short unguessable code in the phones' address. */
    code: text().notNull(),
    title: text().notNull(),
    startsAt: moment().notNull(),
    place: text().notNull().default(""),
    chair: text().notNull().default(""),
    recorder: text().notNull().default(""),
    state: text({ enum: ["planned", "open", "closed", "cancelled"] }).notNull(),
    /** Null until it opens: a planned meeting follows its body. */
    bodyThen: text({ mode: "json" }).$type<BodyThen>(),
    /** 停开原因: why it was called off; everybody is told. */
    cancelReason: text().notNull().default(""),
    currentItemId: text(),
    demonstration: flag().notNull().default(false),
    /** What the screen shows: 0 the meeting, 1 large QR, 2 black. */
    screenMode: text({ enum: ["meeting", "qr", "black"] })
      .notNull()
      .default("meeting"),
    version: edition(),
    createdAt: moment().notNull(),
    openedAt: moment(),
    closedAt: moment(),
    cancelledAt: moment(),
  },
  (t) => [uniqueIndex("meeting_code").on(t.code), index("meeting_community").on(t.communityId, t.startsAt)],
);

export const agendaItem = sqliteTable(
  "agenda_item",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    position: integer().notNull(),
    /** report-back is 上周议定事项落实情况, always first. */
    kind: text({ enum: ["report-back", "issue"] }).notNull(),
    issueId: text().references(() => issue.id),
    title: text().notNull(),
    state: text({ enum: ["waiting", "current", "done"] }).notNull(),
    outcome: text({ enum: ["resolved-now", "timed", "declined", "next-time", "onward"] }),
    /** Of the outcome `onward`: what the method calls the step that was taken. */
    stepLabel: text().notNull().default(""),
    /** 议定意见: what the chair concluded. */
    conclusion: text().notNull().default(""),
    /** 不能办的理由 or why it goes to the next meeting. */
    reason: text().notNull().default(""),
    /** 分歧要点, one line. */
    differences: text().notNull().default(""),
    plannedMinutes: integer().notNull().default(8),
    /** Seconds used before `resumedAt`; while current the clock runs from `resumedAt`. */
    usedSeconds: integer().notNull().default(0),
    resumedAt: moment(),
    /** When it first became the current item. */
    startedAt: moment(),
    /** The outcome's own edition: pausing the clock raises `version`, and must not make a decision in the making stale. */
    decision: integer().notNull().default(0),
    decidedBy: text().notNull().default(""),
    before: text({ mode: "json" }).$type<BeforeDecision>(),
    version: edition(),
  },
  (t) => [index("agenda_item_meeting").on(t.meetingId, t.position)],
);

/** 会议记录 line: who said what, saved as typed. */
export const speech = sqliteTable(
  "speech",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItem.id),
    /** Order within the item. */
    position: integer().notNull(),
    speaker: text().notNull(),
    body: text().notNull(),
    recordedBy: text().notNull(),
    /** Who wrote the line as it stands. */
    updatedBy: text().notNull().default(""),
    version: edition(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [index("speech_item").on(t.agendaItemId, t.position)],
);
