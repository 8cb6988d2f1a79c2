import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { checkMethod } from "#app/domain/method/define.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { markupFaults } from "#app/domain/method/draft.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { methodFileText as text, yamlText } from "#app/text/method-file.ts";
import { type FileFault, offsetOf, placing } from "./place.ts";
import { type Mark, scan } from "./scan.ts";

export type MethodReading = {
  /** Null unless the file has the shape of a method and nothing in it that a method's file must not have. */
  readonly method: MethodDefinition | null;
  /** Everything that is wrong, in the order of the file; a method may have faults and still be kept as a draft. */
  readonly faults: readonly FileFault[];
};

const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  // Found below: the library compares each name with every other.
  uniqueKeys: false,
  prettyErrors: false,
  // The library keeps a second document to itself when it is silent.
  logLevel: "error",
} as const;

/** 我方默认: more than anybody mends before trying again. */
const MOST_FAULTS = 500;

/**
 * A method from the text of a YAML or JSON file (JSON is read as YAML, which has line numbers and finds names that stand twice). First what no
 * such file may have, then the shape, then whether the method can be walked: all faults of a step together.
 */
export function readMethodText(written: string): MethodReading {
  const lines = written.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // In JSON tabs stand between tokens only; YAML would take them for indentation.
  const source = /^\s*[{[]/.test(lines) ? lines.replaceAll("\t", " ") : lines;
  const place = placing(source);
  const { readable, marks } = scan(source);
  const forbidden = placed([...hiddenIn(source), ...marks], place);
  if (!readable) return { method: null, faults: forbidden };
  const document = parseDocument(source, OPTIONS);
  const unread = document.errors.map(({ code, pos }) => place(pos[0], yamlText[code] ?? yamlText.other));
  const first = onceALine(forbidden, unread);
  if (first.length > 0) return { method: null, faults: first };
  const root = document.contents;
  if (!isMap(root)) return { method: null, faults: [place(offsetOf(root, []), text.notMapping)] };
  const { method, told } = methodIn(root);
  return { method, faults: placed(told, place) };
}

/** What cannot be read is said once a line, and not where something forbidden stands: the one comes from the other. */
function onceALine(forbidden: readonly FileFault[], unread: readonly FileFault[]): FileFault[] {
  const said = new Set(forbidden.map((fault) => fault.line));
  const more = unread.filter(({ line }) => !said.has(line) && said.add(line));
  return [...forbidden, ...more].sort((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
}

/** Shape, texts and ways of what the file says, all faults together. */
function methodIn(root: YAMLMap): { method: MethodDefinition | null; told: Mark[] } {
  const told: Mark[] = [];
  const raw = dataOf(root, told);
  const markup = markupFaults(raw);
  const { method, faults } = checkMethod(raw);
  const whole = told.length === 0 && markup.length === 0;
  for (const { path, message } of [...markup, ...faults].slice(0, MOST_FAULTS)) {
    told.push({ offset: offsetOf(root, path), message });
  }
  return { method: whole ? method : null, told };
}

/** In the order of the file, each said once. */
function placed(marks: readonly Mark[], place: (offset: number, message: string) => FileFault): FileFault[] {
  const sorted = [...marks].sort((a, b) => a.offset - b.offset).slice(0, MOST_FAULTS);
  const faults = sorted.map(({ offset, message }) => place(offset, message));
  return [...new Map(faults.map((fault) => [`${fault.line} ${fault.message}`, fault])).values()];
}

/** Lines in which something stands that cannot be seen. */
function hiddenIn(source: string): Mark[] {
  let offset = 0;
  return source.split("\n").flatMap((line) => {
    const mark = { offset, message: text.control };
    offset += line.length + 1;
    return isHiding(line) ? [mark] : [];
  });
}

/** Whether a text loses more than line ends, tabs and outer spaces when it is cleaned: controls, marks that turn the direction of writing. */
function isHiding(words: string): boolean {
  const flat = words.replace(/\r\n?/g, "\n").replaceAll("\t", " ").normalize("NFC").trim();
  return cleanText(words, { multiline: true }) !== flat;
}

/** A node as plain data with its texts cleaned; what cannot stand in a method's data goes to `told`. The scan has bounded the depth. */
function dataOf(node: unknown, told: Mark[]): unknown {
  if (isMap(node)) return membersOf(node, told);
  if (isSeq(node)) return node.items.map((item) => dataOf(item, told));
  if (!isScalar(node)) return null;
  if (typeof node.value !== "string") return node.value;
  if (isHiding(node.value)) told.push({ offset: startOf(node), message: text.control });
  return cleanText(node.value);
}

function membersOf(map: YAMLMap, told: Mark[]): Record<string, unknown> {
  const members = new Map<string, unknown>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? key.value : undefined;
    const offset = startOf(key) || startOf(map);
    if (typeof name !== "string" || name === "__proto__") told.push({ offset, message: text.keyNotText });
    else if (name === "<<") told.push({ offset, message: text.mergeKey });
    else if (members.has(name)) told.push({ offset, message: text.duplicate(name) });
    else members.set(name, dataOf(value, told));
  }
  return Object.fromEntries(members);
}

const startOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;
