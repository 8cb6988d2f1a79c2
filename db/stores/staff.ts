import { and, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { apiToken, community, session, staff } from "#db/schema/index.ts";

export type Community = typeof community.$inferSelect;
export type Staff = typeof staff.$inferSelect;
export type Session = typeof session.$inferSelect;
export type ApiToken = typeof apiToken.$inferSelect;

/** A community without people, staff or bodies yet. */
export async function insertCommunity(db: Handle, row: typeof community.$inferInsert): Promise<void> {
  await db.insert(db.tables.community).values(row);
}

/** A community with its settings. */
export async function communityById(db: Handle, id: string): Promise<Community | undefined> {
  const { community } = db.tables;
  const [row] = await db.select().from(community).where(eq(community.id, id));
  return row;
}

/** Saves a change; communities carry no edition (`editionOfWords` compares what was seen). */
export async function saveCommunity(
  db: Handle,
  id: string,
  change: Partial<typeof community.$inferInsert>,
): Promise<void> {
  const { community } = db.tables;
  await db.update(community).set(change).where(eq(community.id, id));
}

export type StreetCommunity = { id: string; name: string; createdAt: Date; secretaries: string };

/** A street's communities: those that name it as their 街道, or the 街道 that it names itself. With the names of their secretaries. */
export async function communitiesOf(
  db: Handle,
  { name, street }: Pick<Community, "name" | "street">,
): Promise<StreetCommunity[]> {
  const { community, staff } = db.tables;
  const isSecretary = and(eq(staff.communityId, community.id), eq(staff.role, "secretary"), isNull(staff.disabledAt));
  return db
    .select({
      id: community.id,
      name: community.name,
      createdAt: community.createdAt,
      secretaries: sql<string>`coalesce(group_concat(${staff.name}, '、'), '')`,
    })
    .from(community)
    .leftJoin(staff, isSecretary)
    .where(and(eq(community.kind, "community"), inArray(community.street, [name, street])))
    .groupBy(community.id)
    .orderBy(community.createdAt, community.id);
}

/** True once the wizard has made the first community. */
export async function anyCommunity(db: Handle): Promise<boolean> {
  const rows = await db.select({ id: db.tables.community.id }).from(db.tables.community).limit(1);
  return rows.length > 0;
}

/** An account; its user name must be nobody else's in the whole house. */
export async function insertStaff(db: Handle, row: typeof staff.$inferInsert): Promise<void> {
  await db.insert(db.tables.staff).values(row);
}

/** The account of a user name, disabled ones included. */
export async function staffByUsername(db: Handle, username: string): Promise<Staff | undefined> {
  const { staff } = db.tables;
  const [row] = await db.select().from(staff).where(eq(staff.username, username));
  return row;
}

/** The account by its id, disabled ones included. */
export async function staffById(db: Handle, id: string): Promise<Staff | undefined> {
  const { staff } = db.tables;
  const [row] = await db.select().from(staff).where(eq(staff.id, id));
  return row;
}

/** Names of a community's accounts by id, disabled ones included, and how many of them still work. */
export async function staffNames(
  db: Handle,
  communityId: string,
): Promise<{ names: Map<string, string>; active: number }> {
  const { staff } = db.tables;
  const rows = await db
    .select({ id: staff.id, name: staff.name, disabledAt: staff.disabledAt })
    .from(staff)
    .where(eq(staff.communityId, communityId));
  return {
    names: new Map(rows.map(({ id, name }) => [id, name])),
    active: rows.filter(({ disabledAt }) => disabledAt === null).length,
  };
}

/** Saves another name or password. */
export async function saveStaff(
  db: Handle,
  id: string,
  change: Partial<Pick<Staff, "name" | "passwordHash">>,
): Promise<void> {
  const { staff } = db.tables;
  await db.update(staff).set(change).where(eq(staff.id, id));
}

/** A session; its id is the digest of the cookie's value. */
export async function insertSession(db: Handle, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(db.tables.session).values(row);
}

/** The staff member of a session that has not expired, if the account still works. */
export async function staffOfSession(db: Handle, sessionId: string, now: Date): Promise<Staff | undefined> {
  const { session, staff } = db.tables;
  const [row] = await db
    .select({ staff })
    .from(session)
    .innerJoin(staff, eq(session.staffId, staff.id))
    .where(and(eq(session.id, sessionId), gt(session.expiresAt, now), isNull(staff.disabledAt)));
  return row?.staff;
}

/** A person's sessions that have not expired, oldest first. */
export async function sessionsOf(db: Handle, staffId: string, now: Date): Promise<Session[]> {
  const { session } = db.tables;
  return db
    .select()
    .from(session)
    .where(and(eq(session.staffId, staffId), gt(session.expiresAt, now)))
    .orderBy(session.createdAt);
}

/** Ends one session of this person; false when there was none. */
export async function deleteSession(db: Handle, staffId: string, sessionId: string): Promise<boolean> {
  const { session } = db.tables;
  const gone = await db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.staffId, staffId)))
    .returning({ id: session.id });
  return gone.length > 0;
}

/** Ends all sessions of this person but one (or all, without `keep`); answers how many. */
export async function deleteOtherSessions(db: Handle, staffId: string, keep?: string): Promise<number> {
  const { session } = db.tables;
  const gone = await db
    .delete(session)
    .where(and(eq(session.staffId, staffId), keep === undefined ? undefined : ne(session.id, keep)))
    .returning({ id: session.id });
  return gone.length;
}

/** A token for programs; its id is the digest of its value. */
export async function insertApiToken(db: Handle, row: typeof apiToken.$inferInsert): Promise<void> {
  await db.insert(db.tables.apiToken).values(row);
}

/** The staff member of a token in force, if the account still works. */
export async function staffOfApiToken(db: Handle, tokenId: string): Promise<Staff | undefined> {
  const { apiToken, staff } = db.tables;
  const [row] = await db
    .select({ staff })
    .from(apiToken)
    .innerJoin(staff, eq(apiToken.staffId, staff.id))
    .where(and(eq(apiToken.id, tokenId), isNull(apiToken.revokedAt), isNull(staff.disabledAt)));
  return row?.staff;
}

/** A person's tokens, revoked ones included, oldest first. */
export async function apiTokensOf(db: Handle, staffId: string): Promise<ApiToken[]> {
  const { apiToken } = db.tables;
  return db.select().from(apiToken).where(eq(apiToken.staffId, staffId)).orderBy(apiToken.createdAt);
}

/** Revokes one token of this person; false when there was none in force. */
export async function revokeApiToken(db: Handle, staffId: string, tokenId: string, at: Date): Promise<boolean> {
  const { apiToken } = db.tables;
  const gone = await db
    .update(apiToken)
    .set({ revokedAt: at })
    .where(and(eq(apiToken.id, tokenId), eq(apiToken.staffId, staffId), isNull(apiToken.revokedAt)))
    .returning({ id: apiToken.id });
  return gone.length > 0;
}
