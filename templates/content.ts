/**
 * What a document says, apart from how it looks: a genre turns its input into these blocks, a layout sets them in type.
 * Plain data, so that the same content can be set twice, in two layouts, in a worker thread.
 */
export type Block =
  | { kind: "title"; text: string; below?: string }
  | { kind: "masthead"; left: string; right: string }
  | { kind: "heading"; level: HeadingLevel; text: string }
  | { kind: "paragraph"; text: string; lead?: string }
  | { kind: "salutation"; text: string }
  | { kind: "fields"; items: Field[] }
  | { kind: "table"; columns: Column[]; rows: string[][]; rowMillimetres: number }
  | { kind: "sign-line"; labels: [string] | [string, string] }
  | { kind: "signature"; organisation: string; date: string }
  | { kind: "fine-print"; text: string };

/** 1 一、 · 2 (一) · 3 1. · 4 (1) */
export type HeadingLevel = 1 | 2 | 3 | 4;
export type Field = { label: string; value: string };
export type Column = { head: string; millimetres: number; align?: "left" | "centre" };

export type Content = {
  /** Goes into the file's properties, not onto the page. */
  name: string;
  blocks: Block[];
  /** Papers of a demonstration community say so on every page. */
  demonstration: boolean;
  /** One more line over every page; empty for none. */
  mark?: string;
};
