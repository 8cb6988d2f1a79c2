/** 自备模板: what is allowed of an uploaded Word file, and what is told of it. */
export const OWN_TEMPLATE_LIMITS = {
  /** Bytes as uploaded. 我方默认. */
  bytes: 5 * 1024 * 1024,
  /** Bytes of all parts unpacked, and their number. 我方默认. */
  unpacked: 50 * 1024 * 1024,
  parts: 1000,
  /** Elements of all its XML, and how deep they lie in each other: a report of 300 pages has some 100,000, 20 deep. */
  elements: 200_000,
  depth: 120,
  /** Of a filled paper: repeating a large part for many people must not fill the memory. */
  filledElements: 600_000,
} as const;

/** Why a file is no template. */
export type FaultReason =
  | "empty"
  | "too-large"
  | "old-word"
  | "encrypted"
  | "not-word"
  | "other-office"
  | "strict"
  | "template-kind"
  | "macros"
  | "damaged"
  | "too-many-parts"
  | "unpacks-too-large"
  | "odd-part"
  | "not-utf8"
  | "doctype"
  | "too-deep"
  | "too-many-elements"
  | "external"
  | "embedded"
  | "outside-content"
  | "mail-merge"
  | "field"
  | "brace-open"
  | "brace-close"
  | "empty-name"
  | "loop-not-closed"
  | "loop-not-opened"
  | "loop-crossed"
  | "loop-place"
  | "not-fillable"
  | "fills-too-large"
  | "too-slow";

/** `what`: the part, address, field or placeholder in question; `line`: the text of the paragraph where it stands. */
export type TemplateFault = { reason: FaultReason; what?: string; line?: string };

/** Thrown while a template is read or filled; plain data once it leaves the thread. */
export class TemplateRefusal extends Error {
  constructor(readonly fault: TemplateFault) {
    super(fault.reason);
  }
}

/** Where in the file a placeholder stands. */
export type PlaceInFile =
  | "body"
  | "header"
  | "footer"
  | "text-box"
  | "chart"
  | "footnote"
  | "endnote"
  | "comment"
  | "diagram"
  | "field"
  | "deleted"
  | "picture-text"
  | "formula"
  | "other";

/**
 * A placeholder as often as it stands in the same loop. `within`: the loops around it, outermost first. A condition `{#分歧意见}…{/分歧意见}`
 * shows what stands between only where there is such a text.
 */
export type FoundPlaceholder = {
  name: string;
  kind: "text" | "loop" | "condition";
  within: string[];
  count: number;
  places: PlaceInFile[];
};

/**
 * What is told of a template. `unknown` ones stay empty when it is filled, with all that a loop holds; `misplaced` names a loop's field that
 * stands outside it, or a loop inside another that has none such. `unfilled` stand where nothing is ever filled.
 */
export type TemplateReport = {
  known: FoundPlaceholder[];
  unknown: (FoundPlaceholder & { nearest: string | null; misplaced: boolean })[];
  unfilled: { text: string; place: PlaceInFile }[];
  notes: ("no-placeholders" | "tracked-changes" | "bound-controls")[];
};

export type Inspection = { ok: true; report: TemplateReport } | { ok: false; fault: TemplateFault };

/** A filled template, and the placeholders in it for which there was nothing to fill in. */
export type FilledTemplate = { bytes: Uint8Array; empty: string[] };
export type Filling = ({ ok: true } & FilledTemplate) | { ok: false; fault: TemplateFault };
