import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { edition, id, moment } from "./columns.ts";
import { community } from "./community.ts";
import { issue } from "./issue.ts";
import { agendaItem, meeting } from "./meeting.ts";

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
    /** The meeting and its agenda item that promised it; none for work that was given out without a meeting. */
    meetingId: text().references(() => meeting.id),
    agendaItemId: text().references(() => agendaItem.id),
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

/** 进展说明: what was said in a meeting's report back about a promise that is still open. */
export const actionReport = sqliteTable(
  "action_report",
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    actionItemId: text()
      .notNull()
      .references(() => actionItem.id),
    note: text().notNull(),
    reportedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.actionItemId] })],
);
