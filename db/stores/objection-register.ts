import { and, asc, eq } from "drizzle-orm";
import type { PaperSource } from "#app/domain/document/source.ts";
import type { Handle } from "#db/connect.ts";
import type { document, objection } from "#db/schema/index.ts";
import { staffNames } from "./staff.ts";

/** An objection with the paper that it is against. */
export type RegisteredObjection = {
  objection: typeof objection.$inferSelect;
  paper: Pick<typeof document.$inferSelect, "title" | "number" | "issuedOn">;
  /** Names of whoever registered and answered it; empty while nobody did. */
  receivedBy: string;
  repliedBy: string;
};

/** Objections to papers issued from one meeting or issue (by its id) or period, by their number. */
export async function objectionsTo(
  db: Handle,
  communityId: string,
  source: { kind: PaperSource; id: string },
): Promise<RegisteredObjection[]> {
  const { objection, document } = db.tables;
  const { names } = await staffNames(db, communityId);
  const nameOf = (staffId: string) => names.get(staffId) ?? "";
  const rows = await db
    .select({
      objection,
      paper: { title: document.title, number: document.number, issuedOn: document.issuedOn },
    })
    .from(objection)
    .innerJoin(document, eq(objection.documentId, document.id))
    .where(
      and(
        eq(objection.communityId, communityId),
        eq(document.sourceKind, source.kind),
        eq(document.sourceId, source.id),
      ),
    )
    .orderBy(asc(objection.number));
  return rows.map((row) => {
    return { ...row, receivedBy: nameOf(row.objection.receivedBy), repliedBy: nameOf(row.objection.repliedBy) };
  });
}
