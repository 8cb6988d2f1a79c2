import { type Doubt, doubtsIn } from "#app/domain/person/doubts.ts";
import { type HiddenLine, type HiddenPage, hiddenParts } from "#app/domain/person/hidden-parts.ts";
import type { Content } from "#templates/content.ts";
import type { Chosen } from "./choices.ts";
import { prepare } from "./index.ts";
import type { SourceFacts } from "./inputs.ts";

/**
 * What the public version of a paper hides, found by comparing what both versions say, and what staff should read because the rules are not sure
 * of it. Null for papers that are not public, and where the source has none.
 */
export function hiddenIn(facts: SourceFacts, genre: string, choice: Chosen): HiddenPage | null {
  // Both layouts say the same, and the official one is not for everybody.
  const asUsual = { ...choice, layout: "community" as const };
  const masked = prepare(facts, genre, { ...asUsual, masked: true });
  const plain = prepare(facts, genre, { ...asUsual, masked: false });
  if (!masked?.public || !plain) return null;
  const [shown, real] = [textsOf(masked.content()), textsOf(plain.content())];
  const lines = new Map<string, HiddenLine>();
  for (const [path, text] of real) {
    for (const { before, after } of hiddenParts(text, shown.get(path) ?? "", facts.roll)) {
      const line = lines.get(`${before}\n${after}`) ?? { kind: kindOf(before, after), before, after, times: 0 };
      lines.set(`${before}\n${after}`, { ...line, times: line.times + 1 });
    }
  }
  return { lines: [...lines.values()], doubts: doubtsOf([...shown.values()]) };
}

function kindOf(before: string, after: string): HiddenLine["kind"] {
  if (/\d{6}/u.test(before.replace(/[-\s]/g, ""))) return "number";
  if (/\d|单元|[室层]/u.test(before)) return "place";
  return after.endsWith("某") ? "name" : "other";
}

/** The same words in the same surroundings once. */
function doubtsOf(texts: readonly string[]): Doubt[] {
  const found = texts.flatMap(doubtsIn).map((doubt) => [`${doubt.kind}${doubt.context}`, doubt] as const);
  return [...new Map(found).values()];
}

/** Words of the content's own structure, printed nowhere. */
const STRUCTURE = new Set(["kind", "align", "level", "millimetres", "rowMillimetres"]);

/** Every text that the paper prints, by its place. The mark over an internal version is no part of what it says. */
function textsOf({ blocks, attachments }: Content): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") texts.set(path, value);
    else if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) if (!STRUCTURE.has(key)) walk(member, `${path}/${key}`);
    }
  };
  walk([blocks, attachments], "");
  return texts;
}
