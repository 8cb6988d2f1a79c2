import { isOverdue } from "#app/domain/action-item/machine.ts";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { RATINGS, type Rating } from "#app/domain/issue/facts.ts";
import { dataOf } from "#app/domain/journal/chain.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import type { Chosen } from "#app/queries/documents/choices.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { ActionCourse, Dossier, IssueFacts } from "#app/queries/documents/issue-facts.ts";
import { namesAround } from "#app/queries/documents/known-names.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { FeedbackItem, FeedbackTask } from "#templates/genres/feedback-notice.ts";
import type { GenreInput } from "#templates/index.ts";
import { signerOf } from "./convener.ts";
import { toldFacts, type Visit, visitsOf } from "./stage-visits.ts";

type Input = GenreInput<"feedback-notice">;
type Facts = MeetingFacts | IssueFacts;

/** 反馈公示 of a meeting: what became of each issue that it settled. */
export function meetingFeedback(facts: MeetingFacts, chosen: Chosen): Input {
  const { meeting, agenda, today } = facts;
  const settled = new Set(
    agenda.flatMap(({ outcome, issueId }) => (outcome && outcome !== "next-time" ? issueId : [])),
  );
  const dossiers = facts.dossiers.filter(({ issue }) => settled.has(issue.id));
  return { ...headOf(facts, chosen), matter: meeting.title, items: dossiers.map((each) => itemOf(each, today)) };
}

/** 反馈公示 of an issue. */
export function issueFeedback(facts: IssueFacts, chosen: Chosen): Input {
  return { ...headOf(facts, chosen), matter: facts.issue.title, items: [itemOf(facts, facts.today)] };
}

function headOf(facts: Facts, { from, masked }: Chosen) {
  const { name, demonstration, settings } = facts.community;
  const { contact = "", contactPhone = "", supervisionPhone = "" } = settings;
  return {
    community: name,
    demonstration,
    signedBy: signerOf(facts),
    signedOn: from,
    noticeFrom: from,
    noticeUntil: noticePeriod(from).until,
    contact: { name: contact, phone: contactPhone },
    supervisionPhone,
    knownNames: namesAround(facts),
    masked,
  };
}

function itemOf(dossier: Dossier, today: CalendarDay): FeedbackItem {
  const { issue } = dossier;
  const visits = visitsOf(dossier);
  const rating = ratingIn(visits);
  return {
    number: issue.number,
    title: issue.title,
    detail: issue.detail,
    place: issue.place,
    raisedOn: issue.firstRaisedOn,
    agreed: settledAt(dossier).map(({ item, meeting }) => {
      return {
        key: meeting.code,
        day: dayOf(meeting.startsAt),
        meeting: meeting.title,
        text: item.conclusion || item.reason,
      };
    }),
    tasks: dossier.courses.map((course) => taskOf(course, today)),
    ...answerOf(dossier, visits),
    cost: costsIn(visits),
    ...(rating ? { rating } : {}),
  };
}

/** The meetings that came to a result on it, oldest first. */
function settledAt({ meetings }: Dossier) {
  return meetings
    .filter(({ item }) => item.outcome && item.outcome !== "next-time" && (item.conclusion || item.reason))
    .toReversed();
}

/** What was answered where no work was given out: on the spot, or that it cannot be done. */
function answerOf(dossier: Dossier, visits: readonly Visit[]): Pick<FeedbackItem, "answer"> {
  const last = settledAt(dossier).at(-1)?.item;
  // Work that was given out after all speaks for itself.
  if (last?.outcome === "resolved-now" && dossier.courses.length === 0)
    return { answer: { kind: "resolved-now", text: last.conclusion } };
  if (last?.outcome === "declined") return { answer: { kind: "declined", text: last.reason || last.conclusion } };
  const declined = visits.findLast(({ left }) => left?.event === "decline");
  if (!declined) return {};
  const { response } = declined.facts;
  const words = declined.left?.reason || (typeof response === "string" ? response : "");
  return { answer: { kind: "declined", text: words } };
}

function taskOf({ item, entries, progress }: ActionCourse, today: CalendarDay): FeedbackTask {
  const { number, title, responsible, deadline, plan, state, resultNote, doneAt } = item;
  const moved = entries.findLast(({ act }) => act === "move-deadline");
  const heard = progress.at(-1);
  const why = moved ? dataOf(moved).reason : undefined;
  const later = heard && (!moved || heard.on >= dayOf(new Date(moved.at)));
  return {
    number,
    title,
    responsible,
    deadline,
    state: state === "open" && isOverdue({ state, deadline }, today) ? "overdue" : state,
    endedOn: doneAt ? dayOf(doneAt) : "",
    result: resultNote,
    reason: later ? heard.note : typeof why === "string" ? why : "",
    next: plan,
  };
}

function costsIn(visits: readonly Visit[]): FeedbackItem["cost"] {
  const told = visits.flatMap((visit) => toldFacts(visit, visit.facts));
  return Object.entries(text.costs).flatMap(([name, label]) => {
    const value = told.findLast(({ fact }) => fact === name)?.value;
    return value === undefined ? [] : [{ label, value }];
  });
}

function ratingIn(visits: readonly Visit[]): Rating | undefined {
  const rating = visits.map(({ facts }) => facts.rating).findLast((each) => typeof each === "string" && each !== "");
  return RATINGS.find((each) => each === rating);
}
