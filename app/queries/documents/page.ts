import type { DocumentChoices } from "#app/domain/document/choices.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingsOf } from "#db/stores/meeting.ts";
import { NAMED_FONTS } from "#templates/layout/fonts.ts";
import { chosen, noticeDaysOf } from "./choices.ts";
import type { MeetingFacts } from "./facts.ts";
import { hiddenIn } from "./hidden.ts";
import { papersOf, sourceFacts } from "./index.ts";
import type { SourceFacts } from "./inputs.ts";
import { issuesOfficially } from "./issuer.ts";
import { wordingsPage } from "./wordings.ts";

/** What a closed meeting may lack of its plan, to be filled in afterwards. */
const COMPLETABLE = ["place", "chair", "recorder"] as const;
export type Completable = (typeof COMPLETABLE)[number];

/**
 * The papers page of a meeting (`id` is its code), an issue or a period: the papers with what each lacks, the notice's period as chosen, whether
 * papers may have the official layout, the fonts that they name, and what the page's head tells of the source. Of the paper chosen (`genre`) its
 * wordings, and what its public version hides. Throws not-found, trial-run, invalid-value naming `from`.
 */
export async function documentsPage(
  house: House,
  actor: Actor,
  source: SourceRef,
  choices: DocumentChoices,
  genre = "",
) {
  const facts = await sourceFacts(house, actor, source);
  const now = house.clock();
  const choice = chosen(facts, choices, now);
  const { earliest, latest } = noticeDaysOf(facts, now);
  return {
    source,
    of: sourceOf(facts),
    papers: papersOf(facts, choice),
    ...(await wordingsPage(house, facts, genre, choice)),
    hidden: hiddenIn(facts, genre, choice),
    notice: { ...noticePeriod(choice.from), earliest, latest, masked: choice.masked },
    official: issuesOfficially(facts.community),
    fonts: NAMED_FONTS.map(({ name, instead }) => ({ name, instead })),
  };
}

/** What the page's head tells of the meeting, the issue or the period. */
function sourceOf(facts: SourceFacts) {
  if (facts.kind === "period") return { kind: facts.kind, period: facts.period };
  if (facts.kind === "issue") {
    const { id, number, title, settledAt } = facts.issue;
    return { kind: facts.kind, issue: { id, number, title, settledAt } };
  }
  const { code, title, startsAt, state } = facts.meeting;
  const meeting = { code, title, startsAt, state, rollId: facts.body.rollId };
  return { kind: facts.kind, meeting, blanks: blanksOf(facts) };
}

/** Before its end a meeting's plan is edited as a whole, on its own page. */
function blanksOf({ meeting }: MeetingFacts): Completable[] {
  return meeting.state === "closed" ? COMPLETABLE.filter((field) => meeting[field] === "") : [];
}

/** As many meetings as the list shows: four years of Wednesdays. */
const MOST = 200;

/** The community's meetings for the list of papers, newest first. */
export function meetingsWithPapers(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const meetings = await meetingsOf(db, actor.communityId, MOST + 1);
    return {
      meetings: meetings.slice(0, MOST).map(({ code, title, startsAt, state }) => ({ code, title, startsAt, state })),
      more: meetings.length > MOST,
    };
  });
}
