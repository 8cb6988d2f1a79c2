import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { edition, flag, id, moment } from "./columns.ts";
import { community } from "./community.ts";
import { meeting } from "./meeting.ts";

/** A person on the community's roll 名册. */
export const person = sqliteTable(
  "person",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
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
    presentAt: moment(),
    via: text({ enum: ["desk", "token", "name"] }),
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
