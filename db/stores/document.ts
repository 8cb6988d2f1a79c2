import { and, asc, count, desc, eq, inArray, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import type { DocumentState } from "#app/domain/document/life.ts";
import type { Handle } from "#db/connect.ts";
import type { document, numberSeries } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Document = typeof document.$inferSelect;
export type NumberSeries = typeof numberSeries.$inferSelect;

export async function insertDocument(db: Handle, row: typeof document.$inferInsert): Promise<void> {
  await db.insert(db.tables.document).values(row);
}

/** The document of any community, in any state. */
export async function documentById(db: Handle, id: string): Promise<Document | undefined> {
  const { document } = db.tables;
  const [row] = await db.select().from(document).where(eq(document.id, id));
  return row;
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. A trigger refuses what would change an issued one. */
export async function saveDocument(
  db: Handle,
  id: string,
  change: Partial<Omit<Document, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.document, id, change, expected);
}

/** Gives an issued document its Word file, once: false when it has one. */
export async function attachFile(db: Handle, id: string, file: string): Promise<boolean> {
  const { document } = db.tables;
  const saved = await db
    .update(document)
    .set({ file })
    .where(and(eq(document.id, id), eq(document.state, "issued"), isNull(document.file)))
    .returning({ id: document.id });
  return saved.length > 0;
}

/** The next number of a series: 1, 2, 3 …; call it in the transaction that issues, so that a number is given with its paper or not at all. */
export async function nextPlace(
  db: Handle,
  series: Pick<NumberSeries, "communityId" | "code" | "year">,
): Promise<number> {
  const { numberSeries } = db.tables;
  const [row] = await db
    .insert(numberSeries)
    .values({ ...series, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.communityId, numberSeries.code, numberSeries.year],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last });
  return row?.last ?? 1;
}

/** All number series of all communities, for verification. */
export async function everySeries(db: Handle): Promise<NumberSeries[]> {
  const { numberSeries } = db.tables;
  return db
    .select()
    .from(numberSeries)
    .orderBy(asc(numberSeries.communityId), asc(numberSeries.code), asc(numberSeries.year));
}

/** The corrections of a document that were not dropped, oldest first. */
export async function correctionsOf(db: Handle, id: string): Promise<Document[]> {
  const { document } = db.tables;
  return db
    .select()
    .from(document)
    .where(and(eq(document.correctsId, id), ne(document.state, "dropped")))
    .orderBy(asc(document.createdAt));
}

/** Drafts and checked papers of the same kind from the same source, corrections apart. */
export async function begunOf(
  db: Handle,
  { communityId, genre, sourceId }: Pick<Document, "communityId" | "genre" | "sourceId">,
): Promise<Document[]> {
  const { document } = db.tables;
  return db
    .select()
    .from(document)
    .where(
      and(
        eq(document.communityId, communityId),
        eq(document.genre, genre),
        eq(document.sourceId, sourceId),
        inArray(document.state, ["draft", "checked"]),
        isNull(document.correctsId),
      ),
    );
}

/** Documents made from one meeting, issue or period, oldest first. */
export async function documentsOfSource(db: Handle, communityId: string, sourceId: string): Promise<Document[]> {
  const { document } = db.tables;
  return db
    .select()
    .from(document)
    .where(and(eq(document.communityId, communityId), eq(document.sourceId, sourceId)))
    .orderBy(asc(document.createdAt), asc(document.id));
}

/** What the register is narrowed to; empty text narrows nothing. */
export type RegisterFilter = {
  state: DocumentState | "";
  genre: string;
  audience: "" | "public" | "internal";
  text: string;
};

function where(db: Handle, communityId: string, { state, genre, audience, text }: RegisterFilter): SQL | undefined {
  const { document } = db.tables;
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const found = (column: typeof document.title | typeof document.number) => sql`${like(column, pattern)} escape '\\'`;
  return and(
    eq(document.communityId, communityId),
    state === "" ? undefined : eq(document.state, state),
    genre === "" ? undefined : eq(document.genre, genre),
    audience === "" ? undefined : eq(document.public, audience === "public"),
    text === "" ? undefined : or(found(document.title), found(document.number)),
  );
}

/** One page of the register, newest first. */
export async function registerPage(
  db: Handle,
  communityId: string,
  filter: RegisterFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Document[]> {
  const { document } = db.tables;
  return db
    .select()
    .from(document)
    .where(where(db, communityId, filter))
    .orderBy(desc(document.createdAt), desc(document.id))
    .limit(limit)
    .offset(offset);
}

/** How many documents of each state and genre the filter leaves. */
export async function registerCounts(db: Handle, communityId: string, filter: RegisterFilter) {
  const { document } = db.tables;
  return db
    .select({ state: document.state, genre: document.genre, n: count() })
    .from(document)
    .where(where(db, communityId, filter))
    .groupBy(document.state, document.genre);
}

/** Ids of the issued documents that one of them corrects. */
export async function correctedAmong(db: Handle, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { document } = db.tables;
  const rows = await db
    .select({ id: document.correctsId })
    .from(document)
    .where(and(inArray(document.correctsId, [...ids]), eq(document.state, "issued")));
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

/** Ids of all documents, in order, after `after`: for verification in pieces. */
export async function documentIds(db: Handle, after: string, limit: number): Promise<string[]> {
  const { document } = db.tables;
  const rows = await db
    .select({ id: document.id })
    .from(document)
    .where(sql`${document.id} > ${after}`)
    .orderBy(asc(document.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The places given in one series of a community, in order. */
export async function placesOf(db: Handle, series: Omit<NumberSeries, "last">): Promise<number[]> {
  const { document } = db.tables;
  const rows = await db
    .select({ place: document.numberPlace })
    .from(document)
    .where(
      and(
        eq(document.communityId, series.communityId),
        eq(document.numberCode, series.code),
        eq(document.numberYear, series.year),
      ),
    )
    .orderBy(asc(document.numberPlace));
  return rows.flatMap(({ place }) => place ?? []);
}
