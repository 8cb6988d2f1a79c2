import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { FactValue, MethodSnapshot } from "#app/domain/method/definition.ts";
import { edition, id, moment } from "./columns.ts";
import { community } from "./community.ts";
import { agendaItem, meeting } from "./meeting.ts";

export const issue = sqliteTable(
  "issue",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    /** 议题编号, consecutive within a community. */
    number: integer().notNull(),
    title: text().notNull(),
    detail: text().notNull().default(""),
    place: text().notNull().default(""),
    category: text().notNull().default(""),
    source: text().notNull().default(""),
    raisedBy: text().notNull().default(""),
    /** 首次提出日, a calendar day. */
    firstRaisedOn: text().notNull(),
    /** 已上会次数 */
    timesDiscussed: integer().notNull().default(0),
    methodId: text().notNull(),
    /** Where it stands in its method: the machine's state with the definition's version that it began with. */
    process: text({ mode: "json" }).$type<MethodSnapshot>().notNull(),
    /** The current stage's id, copied from `process` for lists. */
    stage: text().notNull(),
    /** What has been entered for the gates so far (fact name → value). */
    facts: text({ mode: "json" }).$type<Record<string, FactValue>>().notNull().default({}),
    version: edition(),
    createdAt: moment().notNull(),
    settledAt: moment(),
  },
  (t) => [uniqueIndex("issue_number").on(t.communityId, t.number), index("issue_stage").on(t.communityId, t.stage)],
);

/** 交办事项: what was promised, by whom, until when. */
export const actionItem = sqliteTable(
  "action_item",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    issueId: text()
      .notNull()
      .references(() => issue.id),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItem.id),
    number: integer().notNull(),
    title: text().notNull(),
    responsible: text().notNull(),
    /** 时限, a calendar day. */
    deadline: text().notNull(),
    plan: text().notNull(),
    state: text({ enum: ["open", "done", "cancelled"] }).notNull(),
    resultNote: text().notNull().default(""),
    version: edition(),
    createdAt: moment().notNull(),
    doneAt: moment(),
  },
  (t) => [
    index("action_item_state").on(t.communityId, t.state),
    uniqueIndex("action_item_number").on(t.communityId, t.number),
  ],
);
