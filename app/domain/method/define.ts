import type { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { type MethodDefinition, methodSchema } from "./definition.ts";
import { type Fault, methodFaults } from "./faults.ts";
import { shapeWords } from "./shape-words.ts";

export type Checked = { readonly method: MethodDefinition | null; readonly faults: readonly Fault[] };

/** A method from data, built in or a secretary's own: its shape first, then whether it can be walked. `method` is null where the shape is wrong. */
export function checkMethod(raw: unknown): Checked {
  const parsed = methodSchema.safeParse(raw, { error: shapeWords });
  if (!parsed.success) return { method: null, faults: parsed.error.issues.flatMap(shapeFaults) };
  return { method: parsed.data, faults: methodFaults(parsed.data) };
}

/** What one issue says, with its path; each unknown field is a fault of its own, at its own place. */
function shapeFaults(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: `没有“${key}”这个字段` }));
}

/** `checkMethod`, or throws `invalid-value` with `{problems: {field, message}[]}`. */
export function defineMethod(raw: unknown): MethodDefinition {
  const { method, faults } = checkMethod(raw);
  if (method && faults.length === 0) return method;
  const problems = faults.map(({ path, message }) => ({ field: path.join("."), message }));
  throw new DomainError("invalid-value", { problems });
}
