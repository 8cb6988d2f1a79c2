import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type Meeting, meetingById, meetingsOf } from "#db/stores/meeting.ts";
import { communityById } from "#db/stores/staff.ts";
import { countOpenActionItems, countUnsettledIssues } from "#db/stores/waiting.ts";

/** What every desk page shows around itself: the community, who sits at the desk, the meeting that matters now, and what is waiting. */
export async function deskFrame(house: House, actor: Actor) {
  // Whatever leads out of a rehearsal leads to the real house: what is said of it comes from there.
  const frame = await frameOf(house.trialRun?.real ?? house, actor);
  const rehearsed = await rehearsedMeeting(house, actor);
  return rehearsed ? { ...frame, ...rehearsed } : { ...frame, trialRun: null };
}

/** In a rehearsal, the only meeting that matters. */
async function rehearsedMeeting({ db, trialRun }: House, actor: Actor) {
  if (!trialRun) return null;
  const meeting = await db.read((handle) => meetingById(handle, trialRun.meetingId));
  if (meeting?.communityId !== actor.communityId) return null;
  const { code, realCode, endsAt } = trialRun;
  return { meeting: lineOf(meeting), trialRun: { code, realCode, endsAt } };
}

const lineOf = ({ code, title, startsAt, openedAt, state }: Meeting) => ({ code, title, startsAt, openedAt, state });

function frameOf(house: House, actor: Actor) {
  const now = house.clock();
  return house.db.read(async (db) => {
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    const meeting = meetingThatMatters(await meetingsOf(db, actor.communityId, 50), dayOf(now));
    return {
      community: { name: community.name, street: community.street, demonstration: community.demonstration },
      staff: { name: actor.name, role: actor.role },
      meeting: meeting && lineOf(meeting),
      counts: await waitingCounts(db, actor.communityId, dayOf(now)),
      now,
    };
  });
}

/** Issues not settled, action items open, and those of them past their day. */
async function waitingCounts(db: Handle, communityId: string, today: CalendarDay) {
  const issues = await countUnsettledIssues(db, communityId);
  const { open, overdue } = await countOpenActionItems(db, communityId, today);
  return { issues, actions: open, overdue };
}

/** The one in session; else the next planned from today on; else the one that was held today. `meetings`: latest first. */
export function meetingThatMatters(meetings: Meeting[], today: CalendarDay): Meeting | null {
  const open = meetings.find((meeting) => meeting.state === "open");
  const coming = meetings.findLast((meeting) => meeting.state === "planned" && dayOf(meeting.startsAt) >= today);
  const held = meetings.find((meeting) => meeting.state === "closed" && dayOf(meeting.startsAt) === today);
  if (open) return open;
  return coming && (!held || dayOf(coming.startsAt) === today) ? coming : (held ?? null);
}
