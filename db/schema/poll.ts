import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Verdict } from "#app/domain/rule/types.ts";
import { edition, id, moment } from "./columns.ts";
import { agendaItem, meeting } from "./meeting.ts";

export type PollOption = { id: string; label: string };
export type PollResult = Verdict & {
  for: number;
  against: number;
  abstain: number;
  invalid: number;
  due: number;
  present: number;
  cast: number;
  rule: string;
};

/** 表决. Question, options, mode and rule freeze at opening. */
export const poll = sqliteTable(
  "poll",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    agendaItemId: text().references(() => agendaItem.id),
    question: text().notNull(),
    mode: text({ enum: ["secret", "named"] }).notNull(),
    ruleId: text().notNull(),
    options: text({ mode: "json" }).$type<PollOption[]>().notNull(),
    state: text({ enum: ["draft", "open", "closed"] }).notNull(),
    /** 0 nothing shown yet, 1 the figures, 2 the verdict. */
    reveal: integer().notNull().default(0),
    due: integer(),
    result: text({ mode: "json" }).$type<PollResult>(),
    version: edition(),
    createdAt: moment().notNull(),
    openedAt: moment(),
    endsAt: moment(),
    closedAt: moment(),
  },
  (t) => [index("poll_meeting").on(t.meetingId, t.state)],
);

/**
 * Who has voted. Primary key (poll, person) is the one-ballot promise. No time, no sequence; WITHOUT ROWID in the
 * migration: rows lie in key order, so the order of voting cannot be read back from the file.
 */
export const claim = sqliteTable(
  "claim",
  {
    pollId: text()
      .notNull()
      .references(() => poll.id),
    personId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.personId] })],
);

/**
 * What was voted. WITHOUT ROWID, keyed by (poll, random id); `personId` only in named polls.
 * Adding a time, a sequence or an index by arrival would make secret ballots traceable.
 */
export const ballot = sqliteTable(
  "ballot",
  {
    pollId: text()
      .notNull()
      .references(() => poll.id),
    id: text().notNull(),
    choice: text().notNull(),
    personId: text(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.id] })],
);
