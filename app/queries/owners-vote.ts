import { dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { mayOpen, noticeDaysOf } from "#app/domain/owners/notice.ts";
import {
  participationByBuilding,
  participationOf,
  stillNeeded,
  type VotingOwner,
} from "#app/domain/owners/participation.ts";
import { byPlace, placeName } from "#app/domain/owners/place.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { agendaOf, bodyOfMeeting, meetingsOf } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { paperEntries } from "#db/stores/owners.ts";
import { claimants, type Poll, pollsOf } from "#db/stores/poll.ts";
import { type Attendee, attendeesOf } from "#db/stores/roll.ts";
import { rollOfMeeting } from "./rolls.ts";

const PAGE = 50;

export type VoteView = {
  search: string;
  building: string | null;
  page: number;
  /** Whose paper is being entered. */
  owner: string | null;
};

/** Everything about a vote of the owners in one meeting. Throws not-found, for another community's meeting too. */
export function ownersVotePage(house: House, actor: Actor, code: string, view: VoteView) {
  return house.db.read(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    const roll = await rollOfMeeting(db, meeting, await bodyOfMeeting(db, meeting));
    const lines = await ownersIn(db, meeting.id);
    const polls = (await pollsOf(db, meeting.id)).filter(({ ruleId }) => countsArea(ruleId));
    const now = house.clock();
    const running = polls.find(({ state }) => state === "open");
    return {
      meeting: {
        id: meeting.id,
        code: meeting.code,
        title: meeting.title,
        state: meeting.state,
        over: isOver(meeting.state),
      },
      roll: { id: roll.id, name: roll.name },
      totals: participationOf(lines, new Set()),
      units: lines.reduce((sum, { units }) => sum + units.length, 0),
      issues: (await agendaOf(db, meeting.id)).flatMap(({ id, title, issueId }) => (issueId ? [{ id, title }] : [])),
      notice: noticeDaysOf(now),
      drafts: polls.filter(({ state, noticedAt }) => state === "draft" && !noticedAt).map(askedOf),
      posted: polls.filter(({ state, noticedAt }) => state === "draft" && noticedAt).map((poll) => postedOf(poll, now)),
      running: running ? await runningOf(db, running, lines, view, now) : null,
      closed: await Promise.all(
        polls.filter(({ state }) => state === "closed").map((poll) => closedOf(db, poll, lines)),
      ),
    };
  });
}

export const countsArea = (ruleId: string) => requireRule(ruleId).measures.includes("area");

export type Line = VotingOwner & Pick<Attendee, "name" | "units">;

/** The owners entitled on a meeting's roll who stand for an area. */
export async function ownersIn(db: Handle, meetingId: string): Promise<Line[]> {
  return (await attendeesOf(db, meetingId)).flatMap(({ personId, name, area, units, votingRight }) =>
    votingRight && area !== null ? [{ personId, name, area, units }] : [],
  );
}

function askedOf({ id, version, question, ruleId, form }: Poll) {
  return { id, version, question, ruleId, items: form.kind === "each" ? form.items.map(({ label }) => label) : [] };
}

function postedOf(poll: Poll, now: Date) {
  const { noticedAt, opensAt, endsAt } = poll;
  const days = noticeDaysOf(noticedAt ?? now);
  return { ...askedOf(poll), noticedAt, opensAt, endsAt, days, mayOpen: noticedAt !== null && mayOpen(noticedAt, now) };
}

async function runningOf(db: Handle, poll: Poll, lines: readonly Line[], view: VoteView, now: Date) {
  const voted = new Set(await claimants(db, poll.id));
  const all = participationOf(lines, voted);
  const entries = await paperEntries(db, poll.id);
  const byId = new Map(lines.map((line) => [line.personId, line]));
  const owner = view.owner === null ? undefined : byId.get(view.owner);
  const first = entries.find(({ personId }) => personId === owner?.personId);
  return {
    ...askedOf(poll),
    form: poll.form,
    options: poll.options,
    openedAt: poll.openedAt,
    ...timeLeft(poll.endsAt, now),
    all,
    needs: stillNeeded(laidOver(requireRule(poll.ruleId), poll.overlays), all),
    buildings: participationByBuilding(lines, voted),
    waiting: waitingOf(lines, voted, view),
    pending: entries.map(({ personId, enteredBy }) => {
      const line = byId.get(personId);
      return { ...shown(line), personId, enteredBy, voted: voted.has(personId) };
    }),
    entering: owner ? { ...shown(owner), voted: voted.has(owner.personId), first: first?.enteredBy ?? null } : null,
  };
}

const shown = (line: Line | undefined) => ({
  personId: line?.personId ?? "",
  name: line?.name ?? "",
  area: line?.area ?? 0,
  units: [...(line?.units ?? [])].sort(byPlace).slice(0, 8).map(placeName),
  count: line?.units.length ?? 0,
});

/** Owners who have not voted yet, found by words and building. */
function waitingOf(lines: readonly Line[], voted: ReadonlySet<string>, { search, building, page }: VoteView) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter((line) => {
    if (voted.has(line.personId)) return false;
    if (building !== null && !line.units.some((unit) => unit.building === building)) return false;
    const text = `${line.name} ${line.units.map(placeName).join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const first = (line: Line) => line.units[0] ?? { building: "", number: "" };
  const sorted = found.sort((a, b) => byPlace(first(a), first(b)));
  return { count: found.length, page: at, pages, owners: sorted.slice((at - 1) * PAGE, at * PAGE).map(shown) };
}

async function closedOf(db: Handle, poll: Poll, lines: readonly Line[]) {
  const voted = new Set(await claimants(db, poll.id));
  return {
    ...askedOf(poll),
    closedAt: poll.closedAt,
    result: poll.result,
    all: participationOf(lines, voted),
    buildings: participationByBuilding(lines, voted),
  };
}

/** Votes of the owners that run in this community, for the page 今日: what still lacks and when each ends. */
export function runningOwnersVotes(house: House, actor: Actor) {
  const now = house.clock();
  return house.db.read(async (db) => {
    const votes = [];
    const meetings = await meetingsOf(db, actor.communityId);
    for (const { id, code, title } of meetings.filter(({ state }) => state === "open")) {
      const poll = (await pollsOf(db, id)).find(({ state, ruleId }) => state === "open" && countsArea(ruleId));
      if (!poll) continue;
      const { question, endsAt } = poll;
      const all = participationOf(await ownersIn(db, id), new Set(await claimants(db, poll.id)));
      const needs = stillNeeded(laidOver(requireRule(poll.ruleId), poll.overlays), all);
      votes.push({ code, title, question, ...timeLeft(endsAt, now), needs });
    }
    return votes;
  });
}

/** Days as people count them: 0 is today. */
const timeLeft = (endsAt: Date | null, now: Date) => ({
  endsAt,
  over: endsAt !== null && endsAt < now,
  daysLeft: endsAt && daysBetween(dayOf(now), dayOf(endsAt)),
});
