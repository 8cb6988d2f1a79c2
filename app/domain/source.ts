/** Where a number or a step comes from, so that a default is never taken for a law: 材料 · 法律 · 公开做法 · 出厂默认. */
export const SOURCE_KINDS = ["seed", "law", "public", "default"] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];
export interface Source {
  readonly kind: SourceKind;
  /** Title of the law or paper, or one sentence on why the default is what it is. */
  readonly ref: string;
  /** Article as printed, e.g. “第28条、第29条”. */
  readonly article?: string | undefined;
  /** Calendar day "YYYY-MM-DD" from which the wording applies. */
  readonly inForce?: string | undefined;
}

/** What a secretary writes is the place's own rule until a paper is named. */
export const OWN_SOURCE: Source = { kind: "default", ref: "本社区自定" };

/** One line for page and paper: “《城市居民委员会组织法》第28条、第29条(2026-01-01起施行)”. */
export function sourceLine(source: Source): string {
  const since = source.inForce ? `（${source.inForce}起施行）` : "";
  return `${source.ref}${source.article ?? ""}${since}`;
}
