import { z } from "zod";
import { SOURCE_KINDS } from "./source.ts";

/** The shape of a `Source`; apart from its words, so that pages which print sources load no schema. */
export const sourceSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  ref: z.string().min(1).max(200),
  article: z.string().min(1).max(60).optional(),
  inForce: z.iso.date().optional(),
});
