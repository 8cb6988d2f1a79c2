import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { MethodDefinition, MethodDraft } from "#app/domain/method/definition.ts";
import { edition, id, moment } from "./columns.ts";
import { community } from "./community.ts";

/** 自编方法: a method that a community or a street writes itself, as it is being edited. What was published lies in `ownMethodVersion`. */
export const ownMethod = sqliteTable(
  "own_method",
  {
    /** "own-" and random lower-case letters and digits: no built-in method is called like this. */
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    name: text().notNull(),
    /** What it was copied from, “roundtable@2”; empty where it began from nothing or came from a file of elsewhere. */
    basedOn: text().notNull().default(""),
    /** `street`: the communities of this street see it too. Only a street's own methods may be so. */
    scope: text({ enum: ["community", "street"] })
      .notNull()
      .default("community"),
    /** Of the right shape, perhaps with faults. */
    draft: text({ mode: "json" }).$type<MethodDraft>().notNull(),
    version: edition(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    /** 停用: issues under way go on by their version, new ones cannot begin. */
    removedAt: moment(),
  },
  (t) => [index("own_method_community").on(t.communityId)],
);

/** A published version, never changed: issues that began by it go by it to their end (a trigger refuses UPDATE and DELETE). */
export const ownMethodVersion = sqliteTable(
  "own_method_version",
  {
    methodId: text()
      .notNull()
      .references(() => ownMethod.id),
    version: integer().notNull(),
    definition: text({ mode: "json" }).$type<MethodDefinition>().notNull(),
    /** SHA-256 of the definition's canonical JSON. */
    hash: text().notNull(),
    publishedAt: moment().notNull(),
    publishedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.methodId, t.version] })],
);
