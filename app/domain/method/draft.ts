import { cleanText } from "#app/domain/plain-text.ts";
import { checkMethod } from "./define.ts";
import { type MethodDefinition, type MethodDraft, methodSchema } from "./definition.ts";
import type { Fault } from "./faults.ts";

/** 我方默认: three times the longest built-in method. UTF-16 code units of its JSON. */
export const MAX_DRAFT_LENGTH = 200_000;

export type CheckedDraft = {
  /** Null where the data has not the shape of a method at all. */
  readonly draft: MethodDraft | null;
  /** Everything that keeps it from being published. */
  readonly faults: readonly Fault[];
};

/**
 * A method as it is being written: every field of the right kind, but words may be empty or too long, numbers out of range, ways may lead
 * nowhere. Its texts come back cleaned (`cleanText`).
 */
export function checkDraft(raw: unknown): CheckedDraft {
  const { method, faults } = checkMethod(raw);
  if (!method && !hasDraftShape(raw)) return { draft: null, faults };
  const draft = cleanTexts((method ?? raw) as MethodDraft);
  const checked = checkMethod(draft);
  return { draft: checked.method ?? draft, faults: [...markupFaults(draft), ...checked.faults] };
}

/** Whether only the contents of fields are wrong: somebody is still writing. Longer lists than a method may have are refused at once. */
function hasDraftShape(raw: unknown): boolean {
  const { error } = methodSchema.safeParse(raw);
  return (error?.issues ?? []).every(
    (issue) =>
      issue.code === "too_small" ||
      issue.code === "invalid_format" ||
      (issue.code === "too_big" && issue.origin !== "array"),
  );
}

/** JSON data with every text in it cleaned. Only for data of a known depth. */
function cleanTexts<T>(value: T): T {
  const clean = (each: unknown): unknown => {
    if (typeof each === "string") return cleanText(each);
    if (Array.isArray(each)) return each.map(clean);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, member]) => [key, clean(member)]));
  };
  return clean(value) as T;
}

/**
 * An opening or closing tag, a comment or a processing instruction; “人数<2/3” is none. No two runs of spaces side by side: a file with
 * half a million of them after one “<” would hold up the house for minutes.
 */
const MARKUP = /<\s*(?:[/!?]\s*)?[a-z!?]/i;

/** Texts with markup in them, wherever they stand. Pages would show it as text; nobody who writes a method has a use for it. */
export function markupFaults(value: unknown, path: Fault["path"] = []): Fault[] {
  if (typeof value === "string") {
    return MARKUP.test(value) ? [{ path, message: "文字里不能有网页代码（<…>），请只写文字" }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => markupFaults(each, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => markupFaults(member, [...path, key]));
}

/** A method's data under another id, version and name: what a copy begins with. */
export const copiedAs = (
  method: MethodDefinition,
  as: Pick<MethodDefinition, "id" | "version" | "name">,
): MethodDefinition => ({ ...method, ...as });

/**
 * The decisions that a method names and that cannot be gone into: no method of that id among `known`, or one without an end that says
 * passed and one that says failed. A decision never leads back into the method itself.
 */
export function decisionTargetFaults(method: MethodDefinition, known: readonly MethodDefinition[]): Fault[] {
  return method.stages.flatMap((stage, at) =>
    (stage.decisions ?? []).flatMap(({ method: id }, place): Fault[] => {
      const target = id === method.id ? undefined : known.find((each) => each.id === id);
      const ends = new Set(target?.stages.map((each) => each.result));
      if (target && ends.has("passed") && ends.has("failed")) return [];
      const message = target
        ? `“${target.name}”的终点没有分“通过”和“未通过”，不能作为法定决定`
        : `“${stage.name}”要转入的决定“${id}”不在可用的方法里`;
      return [{ path: ["stages", at, "decisions", place, "method"], message }];
    }),
  );
}
