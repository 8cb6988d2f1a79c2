import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { FactValue, MethodSnapshot } from "#app/domain/method/definition.ts";
import { edition, id, moment } from "./columns.ts";
import { community } from "./community.ts";

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
