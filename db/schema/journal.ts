import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** 留痕日志: append-only (triggers refuse UPDATE and DELETE), each entry's hash covers the one before. */
export const journal = sqliteTable("journal", {
  seq: integer().primaryKey(),
  /** ISO 8601 UTC, exactly as hashed. */
  at: text().notNull(),
  communityId: text().notNull(),
  actor: text().notNull(),
  act: text().notNull(),
  subject: text().notNull(),
  /** Canonical JSON, exactly as hashed. */
  data: text().notNull(),
  prev: text().notNull(),
  hash: text().notNull(),
});

/** Small facts of the installation itself (schema edition). */
export const installation = sqliteTable("installation", { key: text().primaryKey(), value: text().notNull() });
