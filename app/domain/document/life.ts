/** 草稿 · 已核对 · 已签发 · 已作废（草稿弃用）. What was issued stays issued: a correction is a document of its own. */
export const DOCUMENT_STATES = ["draft", "checked", "issued", "dropped"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
