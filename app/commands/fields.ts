import { z } from "zod";
import { isLikelyDay } from "#app/domain/calendar/day-schema.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { fieldText } from "#app/text/fields.ts";

/** One required line of text, normalised; `label` is its Chinese name in the sentence. */
export const plainField = (label: string, max: number) =>
  z
    .string({ error: fieldText.required(label) })
    .transform((raw) => cleanText(raw))
    .pipe(z.string().min(1, fieldText.required(label)).max(max, fieldText.tooLong(label, max)));

/** One line that may stay empty. */
export const optionalField = (label: string, max: number) =>
  z
    .string()
    .default("")
    .transform((raw) => cleanText(raw))
    .pipe(z.string().max(max, fieldText.tooLong(label, max)));

/** Several lines that may stay empty. */
export const longField = (label: string, max: number) =>
  z
    .string()
    .default("")
    .transform((raw) => cleanText(raw, { multiline: true }))
    .pipe(z.string().max(max, fieldText.tooLong(label, max)));

/** A calendar day, "YYYY-MM-DD". */
export const dayField = (label: string) =>
  z.string({ error: fieldText.day(label) }).refine(isLikelyDay, fieldText.day(label));

/** The edition of the row that the person saw. */
export const editionField = z.coerce.number().int().min(1);
