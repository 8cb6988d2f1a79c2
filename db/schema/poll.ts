import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { COUNT_METHODS, type Count } from "#app/domain/poll/count.ts";
import type { BallotForm, PollOption } from "#app/domain/poll/form.ts";
import { POLL_MODES, POLL_STATES } from "#app/domain/poll/machine.ts";
import type { PollOutcome } from "#app/domain/poll/outcome.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Tally } from "#app/domain/poll/tally.ts";
import { STRAW_ENDINGS, STRAW_STATES, type StrawCounts, type StrawOption } from "#app/domain/straw/straw.ts";
import { edition, flag, id, moment } from "./columns.ts";
import { agendaItem, meeting } from "./meeting.ts";

/** Heads; where a ballot asks more than one yes or no, `for` counts the valid ballots and `items` or `options` say what they answer. */
export type PollResult = PollOutcome & {
  for: number;
  against: number;
  abstain: number;
  invalid: number;
  due: number;
  present: number;
  cast: number;
  rule: string;
  /** Where the rule counts areas: everybody's, and what was cast, in 0.01 m². */
  area?: Tally & { total: number; participating: number };
  /** Of a poll in which tellers counted: what each way of casting added. */
  parts?: ResultPart[];
};

/** 表决. Question, options, mode, what it takes besides phones, and rule freeze at opening. */
export const poll = sqliteTable(
  "poll",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    agendaItemId: text().references(() => agendaItem.id),
    question: text().notNull(),
    mode: text({ enum: POLL_MODES }).notNull(),
    /** A poll on phones may take papers, and a count of hands, from those who have no phone. */
    alsoPaper: flag().notNull().default(false),
    alsoHands: flag().notNull().default(false),
    ruleId: text().notNull(),
    /** 地方加严条件 beside the rule, and the counts that they ask for (女代表应到 …) as staff entered them at opening. */
    overlays: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    extra: text({ mode: "json" }).$type<Record<string, number>>().notNull().default({}),
    options: text({ mode: "json" }).$type<PollOption[]>().notNull(),
    /** What one ballot asks; a plain yes or no unless it says otherwise. */
    form: text({ mode: "json" }).$type<BallotForm>().notNull().default({ kind: "yes-no" }),
    /** Voting over days, away from any room: whoever is on the roll may vote without being present. */
    remote: flag().notNull().default(false),
    state: text({ enum: POLL_STATES }).notNull(),
    /** Why it is void; only of a voided poll. */
    voidReason: text().notNull().default(""),
    /** The poll of the same meeting whose second round this is. */
    roundOf: text().references((): AnySQLiteColumn => poll.id),
    /** 0 nothing shown yet, 1 the figures, 2 the verdict. */
    reveal: integer().notNull().default(0),
    /** The same for the phones; null: they show what the screen shows. */
    phoneReveal: integer(),
    due: integer(),
    result: text({ mode: "json" }).$type<PollResult>(),
    version: edition(),
    createdAt: moment().notNull(),
    /** 公告: since when question, items and rule are posted; from then on they are frozen. */
    noticedAt: moment(),
    /** A draft that opens by itself. */
    opensAt: moment(),
    /** How long it is to be open, from its opening on; null where it has no end, or `endsAt` was set as a moment. */
    minutes: integer(),
    openedAt: moment(),
    endsAt: moment(),
    /** At its end it is counted by itself, unless tellers' counts are still missing. */
    closesItself: flag().notNull().default(false),
    /** When it was closed or voided. */
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
    /** Of a ballot with several items: which one. Each item lies in the box for itself, so that no pattern of answers marks a voter. */
    item: text().notNull().default(""),
    choice: text().notNull(),
    personId: text(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.id] })],
);

/**
 * Who took a paper ballot: the list of issuing. Each line stands beside a claim, which is the credential it spends; the paper itself carries
 * no name. WITHOUT ROWID in the migration: who came in which order is not kept.
 */
export const issuedPaper = sqliteTable(
  "issued_paper",
  {
    pollId: text()
      .notNull()
      .references(() => poll.id),
    personId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.personId] })],
);

/** What each of the two tellers entered. It counts when two agree; the file itself refuses any change once the poll is not open. */
export const tellerCount = sqliteTable(
  "teller_count",
  {
    pollId: text()
      .notNull()
      .references(() => poll.id),
    method: text({ enum: COUNT_METHODS }).notNull(),
    teller: text().notNull(),
    figures: text({ mode: "json" }).$type<Count>().notNull(),
    /** Compared with the other teller's and not the same. */
    struck: flag().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.method, t.teller] })],
);

/** 意向摸底: a show of hands on phones that decides nothing. Question, options and whom it asks freeze at opening. */
export const strawPoll = sqliteTable(
  "straw_poll",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    question: text().notNull(),
    options: text({ mode: "json" }).$type<StrawOption[]>().notNull(),
    /** It asks everybody who is checked in; else members with voting right only. */
    guests: flag().notNull().default(true),
    state: text({ enum: STRAW_STATES }).notNull(),
    /** Of a closed one: how many had answered, of how many who might. */
    answered: integer(),
    present: integer(),
    /** How many tapped which option; null while open, and of so few answers that sums would tell who said what. */
    counts: text({ mode: "json" }).$type<StrawCounts>(),
    /** The formal act that ended it; empty when it was ended by hand. */
    endedFor: text({ enum: STRAW_ENDINGS }).notNull().default(""),
    /** A closed one that the room no longer looks at. */
    putAway: flag().notNull().default(false),
    version: edition(),
    openedAt: moment().notNull(),
    closedAt: moment(),
  },
  (t) => [index("straw_poll_meeting").on(t.meetingId, t.state)],
);

/** Who tapped what while a mood check is open; gone when it closes. WITHOUT ROWID in the migration. */
export const strawAnswer = sqliteTable(
  "straw_answer",
  {
    strawPollId: text()
      .notNull()
      .references(() => strawPoll.id),
    personId: text().notNull(),
    choice: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.strawPollId, t.personId] })],
);
