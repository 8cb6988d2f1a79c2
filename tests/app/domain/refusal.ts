import { DomainError } from "#app/domain/errors.ts";

/** The refusal a piece of work ends in, as data; `undefined` when it is not refused. Other errors pass through. */
export function refusal(work: () => unknown): { word: string; details: unknown } | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return { word: error.word, details: error.details };
    throw error;
  }
  return undefined;
}

/** An `invalid-value` refusal with these fields and messages. */
export function invalid(...problems: readonly (readonly [field: string, message: string])[]) {
  return {
    word: "invalid-value",
    details: { problems: problems.map(([field, message]) => ({ field, message })) },
  };
}
