import { dayOf } from "#app/domain/calendar/day.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { commentPeriod, commentRule, strictest } from "#app/domain/notice/comments.ts";
import { requireMethod } from "#app/methods/index.ts";
import type { Chosen } from "#app/queries/documents/choices.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { IssueFacts } from "#app/queries/documents/issue-facts.ts";
import { namesAround } from "#app/queries/documents/known-names.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { Issue } from "#db/stores/issue.ts";
import type { Body, Meeting } from "#db/stores/meeting.ts";
import type { Community } from "#db/stores/staff.ts";
import type { GenreInput } from "#templates/index.ts";
import { convenerOf } from "./convener.ts";
import { issueWords } from "./issue-words.ts";
import { issueItems } from "./parts.ts";

type Input = GenreInput<"issue-announcement">;

/** 议题公告 of a meeting: the issues on its agenda. */
export function meetingAnnouncement(facts: MeetingFacts, chosen: Chosen): Input {
  const { community, meeting, body } = facts;
  const issues = issueItems(facts).map(({ item, issue }) => ({ ...issue, title: item.title }));
  // The body's own law, and that of the methods by which its issues are decided.
  const methods = [requireMethod(body.methodId), ...facts.dossiers.map(({ method }) => method)];
  return announcement({ community, meeting, body, issues, names: namesAround(facts), methods, chosen });
}

/** 议题公告 of one issue, for the next meeting that it stands on. */
export function singleAnnouncement(facts: IssueFacts, chosen: Chosen): Input {
  const { community, issue, method, meetings } = facts;
  const coming = meetings
    .map(({ meeting }) => meeting)
    .filter(({ state }) => state === "planned")
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return announcement({
    community,
    meeting: coming[0],
    issues: [issue],
    names: namesAround(facts),
    methods: [method],
    chosen,
  });
}

type Announced = {
  community: Community;
  meeting: Meeting | undefined;
  body?: Body;
  issues: Issue[];
  names: string[];
  methods: MethodDefinition[];
  chosen: Chosen;
};

function announcement({ community, meeting, body, issues, names, methods, chosen }: Announced): Input {
  const { contact = "", contactPhone = "", supervisionPhone = "" } = community.settings;
  const rule = strictest(methods.map(commentRule));
  const from = chosen.issuedOn;
  const { until, enough } = from === "" ? NO_PERIOD : commentPeriod(from, meeting ? dayOf(meeting.startsAt) : "", rule);
  const signedBy = convenerOf(community, body);
  return {
    community: community.name,
    demonstration: community.demonstration,
    signedBy,
    from,
    until,
    issues: issues.map((issue) => ({
      number: issue.number,
      title: issue.title,
      place: issue.place,
      ...issueWords(issue),
    })),
    ...(rule.source ? { law: { days: rule.days, source: rule.source, kept: enough } } : {}),
    meetingTitle: meeting?.title ?? "",
    ...(meeting ? { meetingStart: meeting.startsAt } : {}),
    meetingPlace: meeting?.place ?? "",
    ...(meeting?.openedAt ? { begun: true } : {}),
    ...(isOwners(methods, body) ? { owners: true } : {}),
    opinionsTo: text.opinionsTo(signedBy),
    contact: { name: contact, phone: contactPhone },
    supervisionPhone,
    knownNames: names,
    masked: chosen.masked,
  };
}

/** Of a meeting that has begun: nobody's opinion is asked for any more. */
const NO_PERIOD = { until: "", enough: false };

const isOwners = (methods: readonly MethodDefinition[], body?: Body): boolean =>
  body?.ruleId.startsWith("owners-") === true || methods.some(({ id }) => id === "owners-decision");
