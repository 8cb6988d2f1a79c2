import { DomainError } from "#app/domain/errors.ts";
import { type MethodDefinition, methodSchema } from "./definition.ts";
import { type Fault, methodFaults } from "./faults.ts";

export type Checked = { readonly method: MethodDefinition | null; readonly faults: readonly Fault[] };

/** A method from data, built in or a secretary's own: its shape first, then whether it can be walked. `method` is null where the shape is wrong. */
export function checkMethod(raw: unknown): Checked {
  const parsed = methodSchema.safeParse(raw);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      path: path.map((part) => (typeof part === "number" ? part : String(part))),
      message,
    }));
    return { method: null, faults };
  }
  return { method: parsed.data, faults: methodFaults(parsed.data) };
}

/** `checkMethod`, or throws `invalid-value` with `{problems: {field, message}[]}`. */
export function defineMethod(raw: unknown): MethodDefinition {
  const { method, faults } = checkMethod(raw);
  if (method && faults.length === 0) return method;
  const problems = faults.map(({ path, message }) => ({ field: path.join("."), message }));
  throw new DomainError("invalid-value", { problems });
}
