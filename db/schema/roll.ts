import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { edition, flag, id, moment } from "./columns.ts";
import { community } from "./community.ts";

/**
 * A further roll of a community (党员, 村民代表, 业主 of one estate): a body names the one whose people it calls. The community's own roll has
 * no row here: `rollId` null.
 */
export const roll = sqliteTable(
  "roll",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    name: text().notNull(),
    /** owners: each line is an owner with units 房屋, counted by heads and by area. */
    kind: text({ enum: ["people", "owners"] }).notNull(),
    version: edition(),
    createdAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [index("roll_community").on(t.communityId)],
);

/** A person on the community's roll 名册, or on one of its further rolls. */
export const person = sqliteTable(
  "person",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    rollId: text().references(() => roll.id),
    name: text().notNull(),
    /** 身份/席位, for example 居民代表; compared by its exact name with the method's seats. */
    seat: text().notNull().default(""),
    /** 单位或楼栋 */
    unit: text().notNull().default(""),
    phone: text().notNull().default(""),
    votingRight: flag().notNull(),
    version: edition(),
    createdAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [index("person_community").on(t.communityId)],
);

/** 房屋（专有部分）of an owner on a roll of owners. */
export const unit = sqliteTable(
  "unit",
  {
    id: id(),
    rollId: text()
      .notNull()
      .references(() => roll.id),
    ownerId: text()
      .notNull()
      .references(() => person.id),
    /** 楼栋 */
    building: text().notNull(),
    /** 房号 */
    number: text().notNull(),
    /** 专有部分面积, in 0.01 m². */
    area: integer().notNull(),
  },
  (t) => [uniqueIndex("unit_place").on(t.rollId, t.building, t.number), index("unit_owner").on(t.ownerId)],
);
