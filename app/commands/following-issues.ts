import { dayOf } from "#app/domain/calendar/day.ts";
import { begunWith } from "#app/domain/method/decision.ts";
import type { Facts, FactValue } from "#app/domain/method/definition.ts";
import type { Actor, House } from "#app/house.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import type { Issue } from "#db/stores/issue.ts";
import { findMethodAtHand, methodOf } from "#db/stores/method.ts";
import { insertNewIssue } from "./enter-issue.ts";

type Act = { house: House; db: Handle; actor: Pick<Actor, "communityId" | "name"> };
const LONGEST_TITLE = 100;

const lines = (value: FactValue): readonly string[] => (Array.isArray(value) ? value : []);

/**
 * The issues that a step leaves behind, one a line of what it asked for: the parts of one that was split (拆分), and what a patrol found
 * (巡查发现). They keep where they came from; parts keep the day on which the whole was first raised.
 */
export async function enterFollowing(act: Act, issue: Issue, step: { type: string; facts: Facts }): Promise<void> {
  const { facts } = step;
  if (step.type === "split") {
    const { place, category, firstRaisedOn, raisedBy } = issue;
    const words = { place, category, raisedBy, detail: issue.detail, source: text.splitFrom(issue.number) };
    for (const title of lines(facts.splitInto)) await enter(act, issue, { title, ...words }, firstRaisedOn);
  }
  const found = { place: "", category: "", raisedBy: "", detail: "", source: text.foundOnPatrol(issue.number) };
  const today = dayOf(act.house.clock());
  for (const title of lines(facts.patrolFindings)) await enter(act, issue, { title, ...found }, today);
}

type Words = Pick<Issue, "title" | "detail" | "place" | "category" | "source" | "raisedBy">;

async function enter({ house, db, actor }: Act, from: Issue, words: Words, firstRaisedOn: string): Promise<void> {
  // Where the method went out of use meanwhile, the new ones go by the version that the first one began with.
  const method =
    (await findMethodAtHand(db, from.communityId, from.methodId)) ?? (await methodOf(db, begunWith(from.process)));
  // A line may be longer than a title; nothing of it is lost.
  const detail = words.title.length > LONGEST_TITLE ? words.title : words.detail;
  const title = words.title.slice(0, LONGEST_TITLE);
  await insertNewIssue({ house, db, actor }, method, { ...words, title, detail }, firstRaisedOn);
}
