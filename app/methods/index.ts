import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { roundtable } from "./roundtable.ts";

/** Every built-in method. */
export const METHODS: readonly MethodDefinition[] = [roundtable];

/** A built-in method by id; `not-found` where there is none. */
export function requireMethod(id: string): MethodDefinition {
  const method = METHODS.find((each) => each.id === id);
  if (!method) throw new DomainError("not-found", { method: id });
  return method;
}
