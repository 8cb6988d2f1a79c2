import { CST, Lexer } from "yaml";
import { methodFileText as text } from "#app/text/method-file.ts";

export type Mark = { readonly offset: number; readonly message: string };
export type Scan = {
  /** True where the file may be read further: neither too deep nor too long. */
  readonly readable: boolean;
  /** What a method's file must not have, in the order of the text. */
  readonly marks: readonly Mark[];
};

/** 我方默认. A method goes 9 levels deep, 20 columns in as we write it; the longest has some 10,000 tokens. */
const MOST_TOKENS = 150_000;
const DEEPEST_BRACKETS = 30;
const WIDEST_INDENT = 100;
const MOST_MARKERS_A_LINE = 12;

const FORBIDDEN: Readonly<Record<string, string>> = {
  alias: text.alias,
  anchor: text.anchor,
  tag: text.tag,
  "directive-line": text.directive,
};

const BLOCK_MARKERS = new Set(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);

/** Marks that the lexer puts between tokens and that have no place in the text. */
const NO_TEXT = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/**
 * Reads the tokens of a file one by one, without building anything of them. The library builds what it reads by recursion: brackets a few
 * thousand deep end the whole process, and a map of many thousand names holds it up for seconds. Both are found here first.
 */
export function scan(source: string): Scan {
  const marks: Mark[] = [];
  let [offset, tokens, brackets, markers] = [0, 0, 0, 0];
  let [lineStart, asText] = [true, false];
  for (const token of new Lexer().lex(source)) {
    tokens += 1;
    // The token after the mark is the file's own text, whatever stands in it.
    if (!asText && NO_TEXT.has(token)) {
      asText = token === CST.SCALAR;
      continue;
    }
    const type = asText ? "scalar" : CST.tokenType(token);
    asText = false;
    const forbidden = type && FORBIDDEN[type];
    if (forbidden) marks.push({ offset, message: forbidden });
    if (type === "newline") markers = 0;
    if (brackets === 0 && type && BLOCK_MARKERS.has(type)) markers += 1;
    if (type === "flow-seq-start" || type === "flow-map-start") brackets += 1;
    if (type === "flow-seq-end" || type === "flow-map-end") brackets = Math.max(0, brackets - 1);
    const indent = lineStart && type === "space" && brackets === 0 ? token.length : 0;
    if (brackets === 0 ? markers > MOST_MARKERS_A_LINE || indent > WIDEST_INDENT : brackets > DEEPEST_BRACKETS) {
      return { readable: false, marks: [...marks, { offset, message: text.tooDeep }] };
    }
    if (tokens > MOST_TOKENS) return { readable: false, marks: [...marks, { offset, message: text.tooLong }] };
    lineStart = type === "newline";
    offset += token.length;
  }
  return { readable: true, marks };
}
