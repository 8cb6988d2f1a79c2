import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** 留痕日志: append-only (triggers refuse UPDATE and DELETE), each entry's hash covers the one before. */
export const journal = sqliteTable(
  "journal",
  {
    seq: integer().primaryKey(),
    /** ISO 8601 UTC, exactly as hashed. */
    at: text().notNull(),
    communityId: text().notNull(),
    actor: text().notNull(),
    act: text().notNull(),
    /** The id of what the act was done to. */
    subject: text().notNull(),
    /** Canonical JSON, exactly as hashed. */
    data: text().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index("journal_subject").on(t.subject), index("journal_community").on(t.communityId, t.seq)],
);

/** Small facts of the installation itself (schema edition). */
export const installation = sqliteTable("installation", { key: text().primaryKey(), value: text().notNull() });
