/** 草稿 · 已核对 · 已签发 · 已作废（草稿弃用）. What was issued stays issued: a correction is a document of its own. */
export const DOCUMENT_STATES = ["draft", "checked", "issued", "dropped"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** 改选项 · 核对 · 签发 · 弃用 · 更正 · 张贴 · 登记异议. */
export const DOCUMENT_ACTS = ["change", "check", "issue", "drop", "correct", "post", "object"] as const;
export type DocumentAct = (typeof DOCUMENT_ACTS)[number];

/** All of a document that decides what may be done with it, and by whom. */
export type DocumentStanding = {
  state: DocumentState;
  /** Whether it may be put up: a public paper from which personal data was taken out. */
  public: boolean;
  masked: boolean;
  /** Whether its source gives every part that it must have. */
  complete: boolean;
  /** Of a checked one: its source says something else now than what was checked. */
  changed: boolean;
  /** 更正件 of it: none, on its way, issued. */
  correction: "none" | "begun" | "issued";
  /** Who asks is who drafted it. */
  ownDraft: boolean;
  /** Nobody else sits at the community's desk, so that nobody else can check. */
  alone: boolean;
};

/** Why an act is not possible now. Each has one sentence in `app/text/document-life.ts`. */
export type Hindrance =
  | "is-issued"
  | "is-dropped"
  | "is-checked"
  | "incomplete"
  | "same-person"
  | "not-checked"
  | "changed"
  | "not-issued"
  | "correction-begun"
  | "is-corrected"
  | "not-public"
  | "not-masked";

type Rule = (standing: DocumentStanding) => Hindrance | null;

const unissued: Rule = ({ state }) => (state === "issued" ? "is-issued" : state === "dropped" ? "is-dropped" : null);
const issued: Rule = ({ state }) => (state === "issued" ? null : "not-issued");
const open: Rule = (standing) => (!standing.public ? "not-public" : !standing.masked ? "not-masked" : null);

const RULES: Record<DocumentAct, readonly Rule[]> = {
  change: [unissued],
  check: [
    unissued,
    ({ state, changed }) => (state === "checked" && !changed ? "is-checked" : null),
    ({ complete }) => (complete ? null : "incomplete"),
    ({ ownDraft, alone }) => (ownDraft && !alone ? "same-person" : null),
  ],
  issue: [
    unissued,
    ({ state }) => (state === "checked" ? null : "not-checked"),
    ({ complete }) => (complete ? null : "incomplete"),
    ({ changed }) => (changed ? "changed" : null),
  ],
  drop: [unissued],
  correct: [
    issued,
    ({ correction }) => (correction === "issued" ? "is-corrected" : correction === "begun" ? "correction-begun" : null),
  ],
  post: [issued, open, ({ correction }) => (correction === "issued" ? "is-corrected" : null)],
  object: [issued, open],
};

/** What stands in the way of the act; null when it may be done. */
export function hindranceOf(act: DocumentAct, standing: DocumentStanding): Hindrance | null {
  for (const rule of RULES[act]) {
    const hindrance = rule(standing);
    if (hindrance) return hindrance;
  }
  return null;
}

/** Each act with what stands in its way. */
export function hindrancesOf(standing: DocumentStanding): Record<DocumentAct, Hindrance | null> {
  const entries = DOCUMENT_ACTS.map((act) => [act, hindranceOf(act, standing)] as const);
  return Object.fromEntries(entries) as Record<DocumentAct, Hindrance | null>;
}
