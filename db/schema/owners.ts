import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { poll } from "./poll.ts";
import { person } from "./roll.ts";

/** 同名业主 whom staff have looked at and kept apart: two people of one name, not one counted twice. */
export const namesake = sqliteTable("namesake", {
  personId: text()
    .primaryKey()
    .references(() => person.id),
  keptAt: moment().notNull(),
});

/**
 * 纸票: an owner's signed paper as the first of two people entered it. It becomes a ballot when a second enters the same, and stays here then as
 * the sign that this ballot was signed: no phone changes it any more. Of named polls only. WITHOUT ROWID in the migration.
 */
export const paperEntry = sqliteTable(
  "paper_entry",
  {
    pollId: text()
      .notNull()
      .references(() => poll.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    /** The ballot's choice as phones send it, in JSON. */
    choice: text().notNull(),
    enteredBy: text().notNull(),
    /** The second; null while it waits for one 待核对. */
    checkedBy: text(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.personId] })],
);
