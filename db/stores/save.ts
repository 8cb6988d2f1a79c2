import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import type { Handle } from "#db/connect.ts";

type Editioned = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn };

/**
 * Saves a change to one row and raises its edition. With `expected`, saves only that edition; false when it is no longer the one, or the
 * row is not there.
 */
export async function saveRow<T extends Editioned>(
  db: Handle,
  table: T,
  id: string,
  change: Partial<Omit<T["$inferSelect"], "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  const next: SQL = sql`${table.version} + 1`;
  const saved = await db
    .update(table)
    .set({ ...change, version: next } as SQLiteUpdateSetSource<T>)
    .where(and(eq(table.id, id), expected === undefined ? undefined : eq(table.version, expected)))
    .returning({ id: table.id });
  return saved.length > 0;
}
