import type { PaperId } from "#app/domain/method/vocabulary.ts";

/**
 * The kind of document, by its genre's id, as which a paper that a stage asks for is made; null for what is signed or drawn up by others and never made
 * here: a consent 同意书, a rota 轮值表.
 */
const GENRE_OF_PAPER: Readonly<Record<PaperId, string | null>> = {
  "meeting-notice": "meeting-notice",
  invitation: "meeting-notice",
  "suspension-note": "meeting-notice",
  "issue-notice": "issue-announcement",
  "attendance-sheet": "attendance-sheet",
  agenda: "agenda",
  record: "record",
  minutes: "minutes",
  "ballot-paper": "ballot-paper",
  "count-report": "tally-report",
  "result-notice": "result-notice",
  "action-notice": "assignment",
  "issue-list": "problem-list",
  "feedback-notice": "feedback-notice",
  "objection-form": "objection-register",
  "rating-form": "satisfaction-form",
  ledger: "period-summary",
  authority: "proxy-letter",
  "proposal-form": "stage-register",
  "review-opinion": "review-opinion",
  "supervision-opinion": "review-opinion",
  "patrol-record": "patrol-record",
  "admission-form": "admission-slip",
  "consent-form": null,
  rota: null,
};

/** The genre's id, or null where no document is made of such a paper. */
export const genreOfPaper = (paper: PaperId): string | null => GENRE_OF_PAPER[paper];
