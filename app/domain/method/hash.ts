import { digest } from "#app/domain/digest.ts";
import { canonicalJson } from "#app/domain/journal/canonical.ts";
import type { MethodDraft } from "./definition.ts";

/** SHA-256 of a method's canonical JSON: two methods with one hash are the same, word for word. */
export const methodHash = (method: MethodDraft): string => digest(canonicalJson(method));
