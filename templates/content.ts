/**
 * What a document says, apart from how it looks: a genre turns its input into these blocks, a layout sets them in type.
 * Plain data, so that the same content can be set twice, in two layouts, in a worker thread, and kept frozen.
 */
export type Block =
  | { kind: "title"; text: string; below?: string }
  | { kind: "masthead"; left: string; right: string }
  | { kind: "heading"; level: HeadingLevel; text: string }
  | { kind: "paragraph"; text: string; lead?: string }
  | { kind: "salutation"; text: string }
  | { kind: "fields"; items: Field[] }
  | { kind: "table"; columns: Column[]; rows: string[][]; rowMillimetres: number }
  | { kind: "form"; rows: FormRow[] }
  | { kind: "options"; lines: OptionLine[] }
  | { kind: "sign-line"; labels: [string] | [string, string] }
  | { kind: "signature"; organisation: string; date: string }
  | { kind: "fine-print"; text: string }
  | { kind: "cut" }
  | { kind: "page" };

/** 1 一、 · 2 (一) · 3 1. · 4 (1) */
export type HeadingLevel = 1 | 2 | 3 | 4;
export type Field = { label: string; value: string };
export type Column = { head: string; millimetres: number; align?: "left" | "centre" };
/** Of a form 登记表 on a frame: label and value beside each other, one or two of them; a tall one leaves room for a pen. */
export type FormRow = { cells: [Field] | [Field, Field]; millimetres?: number };
/** Of a ballot: what is voted on, and a box to tick before each answer. */
export type OptionLine = { label: string; answers: string[] };

/** 附件: on pages of its own, with 附件 and its title (GB/T 9704-2012 7.3.7). */
export type Attachment = { title: string; blocks: Block[] };

/**
 * How an official layout dresses a paper: `letter` with red head, `minutes` with the mark of 10.3; a `form` (table, ballot, register) is set plainly in
 * every layout.
 */
export type Dress = "letter" | "minutes" | "form";

/** Who issues the paper, for layouts that show it. All of it may be empty. */
export type Issuer = {
  /** 发文机关标志, without 文件: 翠湖街道办事处. */
  mark: string;
  /** 发文字号, empty before it has one. */
  number: string;
  /** 抄送 */
  copyTo: string;
  /** 印发机关 and 印发日期 ("YYYY-MM-DD"). */
  printedBy: string;
  printedOn: string;
  /** A seal will stand over signature and date. */
  sealed: boolean;
};

export const NO_ISSUER: Issuer = { mark: "", number: "", copyTo: "", printedBy: "", printedOn: "", sealed: true };

export type Content = {
  /** Goes into the file's properties, not onto the page. */
  name: string;
  dress: Dress;
  landscape: boolean;
  blocks: Block[];
  attachments: Attachment[];
  issuer: Issuer;
  /** Papers of a demonstration community say so on every page. */
  demonstration: boolean;
  /** One more line over every page; empty for none. */
  mark: string;
};
