import { addDays, dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import { byUrgency } from "#app/domain/issue/for-agenda.ts";
import type { Actor, House } from "#app/house.ts";
import { rollSizes } from "#db/stores/further-roll.ts";
import { countIssues } from "#db/stores/issue-search.ts";
import { agendaOf, type Meeting, meetingsOf } from "#db/stores/meeting.ts";
import { objectionsDue } from "#db/stores/objection.ts";
import { postingsEnding } from "#db/stores/posting.ts";
import { countAttendance } from "#db/stores/roll.ts";
import { actionItemList } from "./action-item-list.ts";
import { meetingThatMatters } from "./desk-frame.ts";
import { meetingProposal } from "./meeting-plan.ts";

const SHOWN = 6;

/** What a secretary needs first: the meeting that matters, or a proposal for one; late and nearly late action items; issues that wait. */
export async function todayPage(house: House, actor: Actor) {
  const now = house.clock();
  const meeting = await nextMeeting(house, actor);
  const proposal = await meetingProposal(house, actor);
  const { lines, counts } = await actionItemList(house, actor, "open");
  const { total, open } = await house.db.read((db) => countIssues(db, actor.communityId));
  const pressing = lines.filter((line) => line.warning !== "none");
  return {
    now,
    today: dayOf(now),
    meeting: meeting.next,
    proposal: { day: proposal.day, time: proposal.time, skipped: proposal.skipped, body: proposal.body.name },
    actions: { pressing: pressing.slice(0, SHOWN), open: counts.open },
    notices: await pressingNotices(house, actor),
    issues: { waiting: proposal.candidates.sort(byUrgency).slice(0, SHOWN), waitingCount: proposal.waiting, open },
    begun: { people: meeting.people > 0, issues: total > 0, meeting: meeting.any },
  };
}

/** Days ahead in which a posting that ends or an objection to be answered is reminded of. */
const AHEAD = 2;

/** Postings that may come down and objections that wait for their answer, now or in the next days. */
function pressingNotices(house: House, { communityId }: Actor) {
  const today = dayOf(house.clock());
  const until = addDays(today, AHEAD);
  return house.db.read(async (db) => ({
    postings: (await postingsEnding(db, communityId, until)).map((each) => ({
      ...each,
      left: daysBetween(today, each.until),
    })),
    objections: (await objectionsDue(db, communityId, until)).map((each) => ({
      ...each,
      left: daysBetween(today, each.replyBy),
    })),
  }));
}

function nextMeeting(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const meetings = await meetingsOf(db, actor.communityId);
    const found = meetingThatMatters(meetings, dayOf(house.clock()));
    const people = (await rollSizes(db, actor.communityId)).size;
    if (!found) return { next: null, any: meetings.length > 0, people };
    const agenda = (await agendaOf(db, found.id)).flatMap(({ id, title, issueId }) =>
      issueId ? { id, title, issueId } : [],
    );
    return { next: { ...shown(found), agenda, ...(await countAttendance(db, found.id)) }, any: true, people };
  });
}

const shown = ({ code, title, startsAt, openedAt, place, state }: Meeting) => ({
  code,
  title,
  startsAt,
  openedAt,
  place,
  state,
});
