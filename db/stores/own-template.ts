import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { ownTemplate, ownTemplateVersion } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type OwnTemplate = typeof ownTemplate.$inferSelect;
export type OwnTemplateVersion = typeof ownTemplateVersion.$inferSelect;

export async function insertOwnTemplate(db: Handle, row: typeof ownTemplate.$inferInsert): Promise<void> {
  await db.insert(db.tables.ownTemplate).values(row);
}

/** A template by its id, removed ones included. */
export async function ownTemplateById(db: Handle, id: string): Promise<OwnTemplate | undefined> {
  const { ownTemplate } = db.tables;
  const [row] = await db.select().from(ownTemplate).where(eq(ownTemplate.id, id));
  return row;
}

/** Saves a change and raises the edition; only the `expected` one, else false. */
export function saveOwnTemplate(
  db: Handle,
  id: string,
  change: Partial<Pick<OwnTemplate, "name" | "removedAt">>,
  expected: number,
): Promise<boolean> {
  return saveRow(db, db.tables.ownTemplate, id, change, expected);
}

/** A version, never to be changed. */
export async function insertOwnTemplateVersion(db: Handle, row: typeof ownTemplateVersion.$inferInsert): Promise<void> {
  await db.insert(db.tables.ownTemplateVersion).values(row);
}

/** A template's versions, latest first. */
export async function templateVersionsOf(db: Handle, templateId: string): Promise<OwnTemplateVersion[]> {
  const { ownTemplateVersion: each } = db.tables;
  return db.select().from(each).where(eq(each.templateId, templateId)).orderBy(desc(each.place));
}

export type ListedTemplate = OwnTemplate & { latest: OwnTemplateVersion };

/** A community's templates with the latest version of each; those in use first, then the removed, each oldest first. */
export async function ownTemplatesOf(db: Handle, communityId: string): Promise<ListedTemplate[]> {
  const { ownTemplate, ownTemplateVersion: version } = db.tables;
  const rows = await db
    .select({ template: ownTemplate, latest: version })
    .from(ownTemplate)
    .innerJoin(
      version,
      and(
        eq(version.templateId, ownTemplate.id),
        eq(
          version.place,
          sql`(SELECT MAX(v.place) FROM own_template_version v WHERE v.template_id = ${ownTemplate.id})`,
        ),
      ),
    )
    .where(eq(ownTemplate.communityId, communityId))
    .orderBy(sql`${ownTemplate.removedAt} IS NOT NULL`, asc(ownTemplate.createdAt), asc(ownTemplate.id));
  return rows.map(({ template, latest }) => ({ ...template, latest }));
}
