/** Kinds of document, by their genres' ids, that are made of an issue by itself. */
export const ISSUE_GENRES: ReadonlySet<string> = new Set([
  "issue-announcement",
  "assignment",
  "patrol-record",
  "feedback-notice",
  "objection-register",
  "satisfaction-form",
  "stage-register",
  "review-opinion",
  "admission-slip",
]);
