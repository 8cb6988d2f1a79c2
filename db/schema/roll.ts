import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { edition, flag, id, moment } from "./columns.ts";
import { community } from "./community.ts";
import { meeting } from "./meeting.ts";

/** 房屋（专有部分）as it stands on a frozen roll; area in 0.01 m². */
export type UnitThen = { building: string; number: string; area: number };

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

/**
 * One line of a meeting's roll 应到名单: a copy of the person as of this meeting, and whether they came.
 * `tokenId` is the SHA-256 of the personal check-in token (derived from the house's secret and `tokenRound`, never stored).
 * `keyId` is the SHA-256 of the key that binds the person to one device; null while unbound.
 */
export const attendee = sqliteTable(
  "attendee",
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    name: text().notNull(),
    seat: text().notNull(),
    unit: text().notNull(),
    votingRight: flag().notNull(),
    /** Of an owner: the area that stands behind the one head, in 0.01 m², and the units it is made of. Frozen with the roll. */
    area: integer(),
    units: text({ mode: "json" }).$type<UnitThen[]>().notNull().default([]),
    presentAt: moment(),
    /** proxy: not there, but somebody with a written authority is. */
    via: text({ enum: ["desk", "token", "name", "proxy"] }),
    tokenRound: integer().notNull().default(1),
    tokenId: text().notNull(),
    keyId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.personId] }),
    index("attendee_token").on(t.tokenId),
    index("attendee_key").on(t.keyId),
  ],
);

/** 委托: who votes for whom in one meeting, by a written authority 委托书. A principal has one holder. */
export const proxy = sqliteTable(
  "proxy",
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    principalId: text()
      .notNull()
      .references(() => person.id),
    holderId: text()
      .notNull()
      .references(() => person.id),
    /** What the written authority says of itself: date, scope, where it is kept. */
    authority: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.principalId] }), index("proxy_holder").on(t.meetingId, t.holderId)],
);

/** 代办设备: a tablet that a helper passes round the table. The id is the SHA-256 of its key. */
export const helperDevice = sqliteTable(
  "helper_device",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    /** Who goes round with it. */
    helper: text().notNull(),
    createdAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [index("helper_device_meeting").on(t.meetingId)],
);
