import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { builtIn, METHODS } from "#app/methods/index.ts";
import type { Handle } from "#db/connect.ts";

/** The definition that a process runs by: the very version it began with. Throws not-found. */
export async function methodOf(_db: Handle, process: { method: string; version: number }): Promise<MethodDefinition> {
  const method = builtIn(process.method, process.version);
  if (!method) throw new DomainError("not-found", { method: process.method, version: process.version });
  return method;
}

/** Every method that a community may begin an issue by, in its latest published version. */
export async function methodsAtHand(_db: Handle, _communityId: string): Promise<readonly MethodDefinition[]> {
  return METHODS;
}

/** One of `methodsAtHand` by id. Throws not-found, for another community's own method too. */
export async function methodAtHand(db: Handle, communityId: string, id: string): Promise<MethodDefinition> {
  const method = (await methodsAtHand(db, communityId)).find((each) => each.id === id);
  if (!method) throw new DomainError("not-found", { method: id });
  return method;
}
