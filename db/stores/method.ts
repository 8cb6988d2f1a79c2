import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { DomainError } from "#app/domain/errors.ts";
import { type MethodDefinition, methodSchema } from "#app/domain/method/definition.ts";
import { builtIn, METHODS } from "#app/methods/index.ts";
import type { Handle } from "#db/connect.ts";

/** Read definitions by the hash of their content: whatever asks for the same version gets the same object, compiled once. */
const read = new Map<string, MethodDefinition>();
/** 我方默认: far more versions than a city's communities have in use at a time. */
const KEPT = 500;

type VersionKey = { id: string; version: number; hash: string };

/** The definition that a process runs by: the very version it began with, removed or not. Throws not-found. */
export async function methodOf(db: Handle, process: { method: string; version: number }): Promise<MethodDefinition> {
  const { method: id, version } = process;
  const own = builtIn(id, version) ?? (await ownVersion(db, id, version));
  if (!own) throw new DomainError("not-found", { method: id, version });
  return own;
}

async function ownVersion(db: Handle, id: string, version: number): Promise<MethodDefinition | undefined> {
  const { ownMethodVersion: each } = db.tables;
  const rows = await db
    .select({ hash: each.hash })
    .from(each)
    .where(and(eq(each.methodId, id), eq(each.version, version)));
  return rows[0] && definitionOf(db, { id, version, hash: rows[0].hash });
}

async function definitionOf(db: Handle, { id, version, hash }: VersionKey): Promise<MethodDefinition> {
  const known = read.get(hash);
  if (known) return known;
  const { ownMethodVersion: each } = db.tables;
  const [row] = await db
    .select({ definition: each.definition })
    .from(each)
    .where(and(eq(each.methodId, id), eq(each.version, version)));
  const definition = methodSchema.parse(row?.definition);
  const oldest = read.keys().next();
  if (read.size >= KEPT && !oldest.done) read.delete(oldest.value);
  read.set(hash, definition);
  return definition;
}

/**
 * Every method that a community may begin an issue by, in its latest published version: its own and those that its street shares, then the
 * built-in ones.
 */
export async function methodsAtHand(db: Handle, communityId: string): Promise<readonly MethodDefinition[]> {
  const own: MethodDefinition[] = [];
  for (const key of await ownAtHand(db, communityId)) own.push(await definitionOf(db, key));
  return [...own, ...METHODS];
}

/** One of `methodsAtHand` by id. Throws not-found, for another community's own method too. */
export async function methodAtHand(db: Handle, communityId: string, id: string): Promise<MethodDefinition> {
  const found = await findMethodAtHand(db, communityId, id);
  if (!found) throw new DomainError("not-found", { method: id });
  return found;
}

/** One of `methodsAtHand` by id; undefined where there is none, or none any more. */
export async function findMethodAtHand(
  db: Handle,
  communityId: string,
  id: string,
): Promise<MethodDefinition | undefined> {
  const known = builtIn(id);
  if (known) return known;
  const [key] = await ownAtHand(db, communityId, id);
  return key && definitionOf(db, key);
}

/** Latest published versions in force that this community sees, oldest method first. */
async function ownAtHand(db: Handle, communityId: string, id?: string): Promise<VersionKey[]> {
  const { ownMethod, ownMethodVersion: each } = db.tables;
  const latest = sql`(SELECT max(${each.version}) FROM ${each} WHERE ${each.methodId} = ${ownMethod.id})`;
  return db
    .select({ id: ownMethod.id, version: each.version, hash: each.hash })
    .from(ownMethod)
    .innerJoin(each, and(eq(each.methodId, ownMethod.id), eq(each.version, latest)))
    .where(
      and(
        isNull(ownMethod.removedAt),
        id === undefined ? undefined : eq(ownMethod.id, id),
        or(eq(ownMethod.communityId, communityId), sharedWith(db, communityId)),
      ),
    )
    .orderBy(asc(ownMethod.createdAt), asc(ownMethod.id));
}

/** Methods that a street gives to its communities: those whose 街道 is this street's name, or the 街道 that it names itself. */
export function sharedWith(db: Handle, communityId: string) {
  const { ownMethod, community } = db.tables;
  const [street, asker] = [alias(community, "street"), alias(community, "asker")];
  const streets = db
    .select({ id: street.id })
    .from(street)
    .innerJoin(asker, or(eq(street.name, asker.street), eq(street.street, asker.street)))
    .where(and(eq(asker.id, communityId), eq(asker.kind, "community"), eq(street.kind, "street")));
  return and(eq(ownMethod.scope, "street"), inArray(ownMethod.communityId, streets));
}
