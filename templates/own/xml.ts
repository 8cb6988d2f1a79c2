import { OWN_TEMPLATE_LIMITS as LIMITS, TemplateRefusal } from "#app/domain/document/own-template.ts";

export type Attributes = Record<string, string>;

/** What is told of a part while it is read. `name` is the name as written; `local` is it without its prefix. */
export type Reader = {
  open(name: string, attributes: Attributes, local: string): void;
  close(name: string): void;
  text(text: string): void;
};

/** Counts elements over all parts of a file. */
export type Budget = { elements: number };

const TAG = /<([^\s<>/="'!?&]+)((?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/([^\s<>/="'!?&]+)\s*>/y;
const ATTRIBUTE = /([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
/** What XML 1.0 allows as a character (2.2). */
const LEGAL = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A part's bytes as text: UTF-8 and nothing else, so that every program reads the same. Throws TemplateRefusal. */
export function sourceOf(name: string, bytes: Uint8Array): string {
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TemplateRefusal({ reason: "not-utf8", what: name });
  }
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(source)?.[1];
  if (source.includes("\u0000") || (declared !== undefined && !/^utf-?8$/i.test(declared))) {
    throw new TemplateRefusal({ reason: "not-utf8", what: name });
  }
  return source;
}

/**
 * Reads a part from end to end, once, without building anything. Refuses what is not well-formed, document types and entities, and what is
 * deeper or larger than a paper ever is: whatever reads it after this has nothing to fear.
 */
export function read(part: string, source: string, reader: Reader, budget: Budget): void {
  const open: string[] = [];
  let roots = 0;
  for (let at = 0; at < source.length; ) {
    const next = source.indexOf("<", at);
    const textEnd = next < 0 ? source.length : next;
    if (textEnd > at) {
      const text = unescaped(part, source.slice(at, textEnd));
      if (open.length > 0) reader.text(text);
      else if (text.trim() !== "") throw damaged(part);
    }
    if (next < 0) break;
    const skipped = skip(part, source, next);
    at = skipped ?? tag(next);
  }
  if (open.length > 0 || roots !== 1) throw damaged(part);

  function tag(from: number): number {
    CLOSING.lastIndex = from;
    const closing = CLOSING.exec(source);
    if (closing) {
      if (open.pop() !== closing[1]) throw damaged(part);
      reader.close(closing[1] ?? "");
      return CLOSING.lastIndex;
    }
    TAG.lastIndex = from;
    const [, name = "", attributes = "", empty] = TAG.exec(source) ?? [];
    const end = TAG.lastIndex;
    if (name === "") throw damaged(part);
    if (open.length === 0) roots += 1;
    if (open.length >= LIMITS.depth) throw new TemplateRefusal({ reason: "too-deep", what: part });
    budget.elements += 1;
    if (budget.elements > LIMITS.elements) throw new TemplateRefusal({ reason: "too-many-elements", what: part });
    reader.open(name, attributesIn(part, attributes), localOf(name));
    if (empty === "/") reader.close(name);
    else open.push(name);
    return end;
  }
}

/** The name without its prefix: w:p → p. */
export const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Comments and instructions are passed over; what else begins with <! is refused. Where it ends, or undefined for a tag. */
function skip(part: string, source: string, from: number): number | undefined {
  const ends = source.startsWith("<!--", from) ? "-->" : source.startsWith("<?", from) ? "?>" : undefined;
  if (ends !== undefined) {
    const end = source.indexOf(ends, from + (ends === "-->" ? 4 : 2));
    if (end < 0) throw damaged(part);
    return end + ends.length;
  }
  if (source.startsWith("<!", from)) throw new TemplateRefusal({ reason: "doctype", what: part });
  return undefined;
}

function attributesIn(part: string, source: string): Attributes {
  const found: Attributes = Object.create(null);
  for (const [, name = "", double, single] of source.matchAll(ATTRIBUTE)) {
    if (name in found) throw damaged(part);
    found[name] = unescaped(part, double ?? single ?? "");
  }
  return found;
}

function unescaped(part: string, source: string): string {
  const text = source.includes("&") ? source.replace(/&([^;&]{0,12};)?/g, (_, name) => character(part, name)) : source;
  if (!LEGAL.test(text)) throw damaged(part);
  return text;
}

function character(part: string, name: string | undefined): string {
  const key = name?.slice(0, -1) ?? "";
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(key) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
  if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
  const known = Object.hasOwn(ENTITIES, key) ? ENTITIES[key] : undefined;
  if (known === undefined) throw new TemplateRefusal({ reason: "doctype", what: part });
  return known;
}

const damaged = (part: string) => new TemplateRefusal({ reason: "damaged", what: part });
