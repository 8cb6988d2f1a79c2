import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { DocumentChoices } from "#app/domain/document/choices.ts";
import { DOCUMENT_STATES } from "#app/domain/document/life.ts";
import { PAPER_SOURCES } from "#app/domain/document/source.ts";
import { edition, flag, id, moment } from "./columns.ts";
import { community } from "./community.ts";

/** What a paper is made from: a meeting or an issue by its id, or a period as "2026", "2026-Q4" or "2026-11". */
const source = () => ({
  sourceKind: text({ enum: PAPER_SOURCES }).notNull(),
  sourceId: text().notNull(),
});

/**
 * 文书: one paper on its way from draft to issue. What was checked lies frozen in the house's files under `content` (the digest of the
 * content's JSON), what was issued under `file` (the digest of the Word file). An issued one is never changed (a trigger refuses it), only corrected by another.
 */
export const document = sqliteTable(
  "document",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    /** A genre's id. */
    genre: text().notNull(),
    ...source(),
    /** Name and matter as lists show them: 会议纪要 · 相约星期三(11月18日). */
    title: text().notNull(),
    /** A public one may be put up; `masked` when personal data is hidden in it. */
    public: flag().notNull(),
    masked: flag().notNull(),
    choices: text({ mode: "json" }).$type<DocumentChoices>().notNull(),
    layout: text().notNull(),
    state: text({ enum: DOCUMENT_STATES }).notNull(),
    draftedBy: text().notNull(),
    createdAt: moment().notNull(),
    /** 核对 */
    content: text(),
    checkedBy: text().notNull().default(""),
    checkedAt: moment(),
    /** 签发 */
    issuedBy: text().notNull().default(""),
    issuedAt: moment(),
    /** 成文日期, a calendar day. */
    issuedOn: text(),
    /** 机关代字, year and place in the series; the code of unnumbered genres' own register is empty. */
    numberCode: text(),
    numberYear: integer(),
    numberPlace: integer(),
    /** The number as printed: 翠街办〔2026〕12号. */
    number: text().notNull().default(""),
    /** Digest of the Word file; null for the moment between the number and the file. */
    file: text(),
    /** 更正件: the issued document that this one corrects, and why. */
    correctsId: text().references((): AnySQLiteColumn => document.id),
    correctionReason: text().notNull().default(""),
    version: edition(),
  },
  (t) => [
    index("document_community").on(t.communityId, t.createdAt),
    index("document_source").on(t.sourceId),
    uniqueIndex("document_number").on(t.communityId, t.numberCode, t.numberYear, t.numberPlace),
  ],
);

/** The last number given of each series of an issuer in a year; raised in the transaction that issues, so that there is neither gap nor double. */
export const numberSeries = sqliteTable(
  "number_series",
  {
    communityId: text()
      .notNull()
      .references(() => community.id),
    code: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.code, t.year] })],
);

/** 公示张贴: one place where an issued public paper hangs, and how it is known that it hung there. */
export const posting = sqliteTable(
  "posting",
  {
    id: id(),
    documentId: text()
      .notNull()
      .references(() => document.id),
    place: text().notNull(),
    /** First day, and the day until which it must hang; calendar days. */
    postedOn: text().notNull(),
    until: text().notNull(),
    postedBy: text().notNull(),
    /** The day it came down; null while it hangs. */
    removedOn: text(),
    removedBy: text().notNull().default(""),
    /** 公示起止证据 in words: who saw it hang on which day. */
    evidence: text().notNull().default(""),
    version: edition(),
    createdAt: moment().notNull(),
  },
  (t) => [index("posting_document").on(t.documentId)],
);

/** A picture that shows a paper hanging, by the digest of its file; never asked for. */
export const postingPhoto = sqliteTable(
  "posting_photo",
  {
    id: id(),
    postingId: text()
      .notNull()
      .references(() => posting.id),
    /** What it shows: the first or the last day. */
    shows: text({ enum: ["start", "end"] }).notNull(),
    type: text({ enum: ["image/jpeg", "image/png"] }).notNull(),
    file: text().notNull(),
    addedBy: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [index("posting_photo_posting").on(t.postingId)],
);

/** 异议: what somebody has against an issued public paper, and the answer. */
export const objection = sqliteTable(
  "objection",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    documentId: text()
      .notNull()
      .references(() => document.id),
    /** 登记编号, consecutive within a community. */
    number: integer().notNull(),
    /** Empty: anonymous. */
    objector: text().notNull().default(""),
    contact: text().notNull().default(""),
    body: text().notNull(),
    evidence: text().notNull().default(""),
    /** Calendar days. */
    receivedOn: text().notNull(),
    replyBy: text().notNull(),
    receivedBy: text().notNull(),
    reply: text().notNull().default(""),
    repliedBy: text().notNull().default(""),
    repliedOn: text(),
    satisfied: flag(),
    /** 后续途径 told to whoever is not satisfied. */
    further: text().notNull().default(""),
    version: edition(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("objection_number").on(t.communityId, t.number), index("objection_document").on(t.documentId)],
);

/** 措辞修改: what staff wrote in place of a paper's generated wording. Rows are only added; the latest of a key counts. */
export const wordingEdit = sqliteTable(
  "wording_edit",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    genre: text().notNull(),
    ...source(),
    /** Which wording of the paper. */
    key: text().notNull(),
    /** With its figures as {names}; null: back to the generated wording. */
    text: text(),
    /** The generated wording that it stands for: when that changes, the page says so. */
    generated: text().notNull(),
    /** 1, 2, … within the key. */
    place: integer().notNull(),
    editedBy: text().notNull(),
    editedAt: moment().notNull(),
  },
  (t) => [uniqueIndex("wording_edit_place").on(t.communityId, t.sourceId, t.genre, t.key, t.place)],
);

/** 自备模板: a Word file of the community's own with placeholders. */
export const ownTemplate = sqliteTable(
  "own_template",
  {
    id: id(),
    communityId: text()
      .notNull()
      .references(() => community.id),
    name: text().notNull(),
    version: edition(),
    createdAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [index("own_template_community").on(t.communityId)],
);

/** An uploaded version of a template; never changed (a trigger refuses it). */
export const ownTemplateVersion = sqliteTable(
  "own_template_version",
  {
    templateId: text()
      .notNull()
      .references(() => ownTemplate.id),
    /** 1, 2, … */
    place: integer().notNull(),
    /** The name it was uploaded under. */
    fileName: text().notNull(),
    /** Digest of the file. */
    file: text().notNull(),
    bytes: integer().notNull(),
    uploadedBy: text().notNull(),
    uploadedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.place] })],
);
