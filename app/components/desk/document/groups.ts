import type { documentPageText } from "#app/text/document-page.ts";

type Genre = keyof typeof documentPageText.about;
/** When a paper is needed: 会前 · 会中 · 会后 · 归档. */
export const GROUPS = ["before", "during", "after", "file"] as const;
export type Group = (typeof GROUPS)[number];

const WHEN: Record<Genre, Group> = {
  "meeting-notice": "before",
  "issue-announcement": "before",
  agenda: "before",
  "proxy-letter": "before",
  "attendance-sheet": "during",
  "ballot-paper": "during",
  "tally-report": "during",
  record: "during",
  minutes: "after",
  "result-notice": "after",
  assignment: "after",
  "patrol-record": "after",
  "feedback-notice": "after",
  "satisfaction-form": "after",
  "objection-register": "after",
  "problem-list": "file",
  "stage-register": "file",
  "review-opinion": "file",
  "admission-slip": "file",
  "period-summary": "file",
};

/** The papers by when they are needed; groups without a paper are left out. */
export function inGroups<P extends { genre: Genre }>(papers: readonly P[]): { group: Group; papers: P[] }[] {
  return GROUPS.map((group) => ({ group, papers: papers.filter(({ genre }) => WHEN[genre] === group) })).filter(
    (each) => each.papers.length > 0,
  );
}
