import { join } from "node:path";
import SQLite from "better-sqlite3";
import type { TestServer } from "./server.ts";

export type Row = Record<string, string & number>;

/** Reads the server's own database file with another connection, as an auditor would. */
export function audit(server: TestServer, sql: string, ...values: unknown[]): Row[] {
  const database = new SQLite(join(server.dataDir, "yuanzhuo.db"), { readonly: true });
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}
