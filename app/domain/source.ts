import { z } from "zod";

/** Where a number or a step comes from, so that a default is never taken for a law: 材料 · 法律 · 公开做法 · 出厂默认. */
export const SOURCE_KINDS = ["seed", "law", "public", "default"] as const;

export const sourceSchema = z.object({
  kind: z.enum(SOURCE_KINDS),
  /** Title of the law or paper, or one sentence on why the default is what it is. */
  ref: z.string().min(1).max(200),
  /** Article as printed, e.g. “第28条、第29条”. */
  article: z.string().min(1).max(60).optional(),
  /** Calendar day "YYYY-MM-DD" from which the wording applies. */
  inForce: z.iso.date().optional(),
});

export type SourceKind = (typeof SOURCE_KINDS)[number];
export type Source = Readonly<z.infer<typeof sourceSchema>>;

/** One line for page and paper: “《城市居民委员会组织法》第28条、第29条(2026-01-01起施行)”. */
export function sourceLine(source: Source): string {
  const since = source.inForce ? `(${source.inForce}起施行)` : "";
  return `${source.ref}${source.article ?? ""}${since}`;
}
