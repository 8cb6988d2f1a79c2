import type { DocumentChoices } from "#app/domain/document/choices.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingsOf } from "#db/stores/meeting.ts";
import { NAMED_FONTS } from "#templates/layout/fonts.ts";
import { chosen, noticeDaysOf } from "./choices.ts";
import { type MeetingFacts, meetingFacts } from "./facts.ts";
import { papersOf } from "./index.ts";

/** What a closed meeting may lack of its plan, to be filled in afterwards. */
const COMPLETABLE = ["place", "chair", "recorder"] as const;
export type Completable = (typeof COMPLETABLE)[number];

/**
 * The documents page of a meeting: its papers with what each lacks, the notice's period as chosen, the fonts that the papers name.
 * Throws not-found, invalid-value naming `from`.
 */
export async function documentsPage(house: House, actor: Actor, code: string, choices: DocumentChoices) {
  const facts = await meetingFacts(house, actor, code);
  const now = house.clock();
  const choice = chosen(facts, choices, now);
  const { title, startsAt, state } = facts.meeting;
  const { earliest, latest } = noticeDaysOf(facts, now);
  return {
    meeting: { code, title, startsAt, state, rollId: facts.body.rollId },
    papers: papersOf(facts, choice),
    blanks: blanksOf(facts),
    notice: { ...noticePeriod(choice.from), earliest, latest, masked: choice.masked },
    number: choice.number,
    fonts: NAMED_FONTS.map(({ name, instead }) => ({ name, instead })),
  };
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
