import { integer, text } from "drizzle-orm/sqlite-core";

/** An opaque random id: no order, no time, not guessable. */
export const id = () => text().primaryKey();
/** A moment, stored as UTC milliseconds, read as `Date`. */
export const moment = () => integer({ mode: "timestamp_ms" });
export const flag = () => integer({ mode: "boolean" });
/** A row's edition: rises with every change; a writer who names an older one is told so instead of overwriting. */
export const edition = () => integer().notNull().default(1);
