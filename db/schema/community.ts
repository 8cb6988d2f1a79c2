import { sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, moment } from "./columns.ts";

export type CommunitySettings = {
  /** 公示联系人、监督电话等,印在公示上。 */
  contact?: string;
  contactPhone?: string;
  supervisionPhone?: string;
  /** 公示张贴点, proposed where a paper is put up. */
  postingPlaces?: string[];
  /** Of a street: 发文机关署名, 发文机关标志, 机关代字 (翠街办), for official papers. */
  official?: { organ: string; mark: string; code: string };
  /** Ids of methods that the community switched on or off, otherwise than they are delivered. */
  methodsOn?: string[];
  methodsOff?: string[];
};

export const community = sqliteTable("community", {
  id: id(),
  name: text().notNull(),
  street: text().notNull(),
  /** 街道 or 社区: a street shares its own methods with its communities, and adds communities. */
  kind: text({ enum: ["community", "street"] })
    .notNull()
    .default("community"),
  /** Demonstration communities say so on every page and paper. */
  demonstration: flag().notNull().default(false),
  settings: text({ mode: "json" }).$type<CommunitySettings>().notNull().default({}),
  createdAt: moment().notNull(),
});

export const staff = sqliteTable(
  "staff",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    username: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ["secretary", "clerk"] }).notNull(),
    /** argon2id, PHC string. */
    passwordHash: text().notNull(),
    disabledAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("staff_username").on(t.username)],
);

/** A browser session. The id is the SHA-256 of the cookie's value: a copied database opens no session. */
export const session = sqliteTable("session", {
  id: id(),
  staffId: text()
    .notNull()
    .references(() => staff.id),
  createdAt: moment().notNull(),
  expiresAt: moment().notNull(),
  userAgent: text().notNull().default(""),
});

/** A staff token for programs. The id is the SHA-256 of the token. */
export const apiToken = sqliteTable("api_token", {
  id: id(),
  staffId: text()
    .notNull()
    .references(() => staff.id),
  label: text().notNull(),
  createdAt: moment().notNull(),
  revokedAt: moment(),
});
