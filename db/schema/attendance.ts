import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, id, moment } from "./columns.ts";
import { meeting } from "./meeting.ts";
import { person } from "./roll.ts";

/** 房屋（专有部分）as it stands on a frozen roll; area in 0.01 m². */
export type UnitThen = { building: string; number: string; area: number };

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
