import { cleanText } from "#app/domain/plain-text.ts";

/**
 * The one door through which text enters a document: a deep copy of the input with every string cleaned. Control
 * characters and lone surrogates would break the XML, direction overrides would make a name read as another one.
 * Line breaks stay; parts set them as paragraphs or line breaks.
 */
export function atTheDoor<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value, { multiline: true });
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  }
  return value;
}
