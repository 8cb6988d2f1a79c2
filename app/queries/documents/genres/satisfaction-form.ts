import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { Dossier, IssueFacts } from "#app/queries/documents/issue-facts.ts";
import { namesAround } from "#app/queries/documents/known-names.ts";
import type { SatisfactionMatter } from "#templates/genres/satisfaction-form.ts";
import type { GenreInput } from "#templates/index.ts";

type Input = GenreInput<"satisfaction-form">;

/** 满意度测评表 of a meeting: a page for each issue that it settled. */
export function meetingSatisfaction(facts: MeetingFacts): Input {
  const { community, meeting, agenda, today, dossiers } = facts;
  const settled = new Set(
    agenda.flatMap(({ outcome, issueId }) => (outcome && outcome !== "next-time" ? issueId : [])),
  );
  return {
    community: community.name,
    demonstration: community.demonstration,
    knownNames: namesAround(facts),
    matter: meeting.title,
    today,
    enteredIn: "room",
    matters: dossiers.filter(({ issue }) => settled.has(issue.id)).map(matterOf),
  };
}

/** 满意度测评表 of an issue. */
export function issueSatisfaction(facts: IssueFacts): Input {
  const { community, issue, today } = facts;
  return {
    community: community.name,
    demonstration: community.demonstration,
    knownNames: namesAround(facts),
    matter: issue.title,
    today,
    enteredIn: "issue",
    matters: [matterOf(facts)],
  };
}

/** What was done about it: the results of finished work, or what the last meeting answered where none was given out. */
function matterOf({ issue, courses, meetings }: Dossier): SatisfactionMatter {
  const done = courses.filter(({ item }) => item.state === "done").map(({ item }) => item.resultNote);
  const answered = meetings.find(({ item }) => item.outcome && item.outcome !== "next-time")?.item;
  const result = courses.length > 0 ? done.join("；") : answered?.conclusion || answered?.reason || "";
  return {
    number: issue.number,
    title: issue.title,
    place: issue.place,
    settled: courses.length > 0 || answered !== undefined,
    result,
  };
}
