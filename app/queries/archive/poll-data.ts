import type { House } from "#app/house.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { Handle } from "#db/connect.ts";
import { namedBallotsOf } from "#db/stores/archive.ts";
import type { Poll } from "#db/stores/poll.ts";

/**
 * The votes of a meeting for other programs. Closed ones with their result; of a vote by name who voted how, of every other mode counts alone:
 * neither who took part nor a single ballot. Of one that is open or void, no figures.
 */
export function pollData(house: House, facts: MeetingFacts): Promise<unknown[]> {
  return house.db.read(async (db) => {
    const told: unknown[] = [];
    for (const poll of facts.polls) told.push({ ...asked(poll, facts), ...(await outcome(db, poll, facts)) });
    const others = [...facts.voidedPolls, ...facts.pendingPolls];
    return [...told, ...others.map((poll) => ({ ...asked(poll, facts), voidReason: poll.voidReason }))];
  });
}

function asked(poll: Poll, { agenda }: MeetingFacts) {
  const { question, mode, state, ruleId: rule, overlays, options, form, remote, alsoPaper, alsoHands } = poll;
  const place = agenda.find((item) => item.id === poll.agendaItemId)?.position ?? null;
  const how = { question, mode, state, rule, overlays, options, form, remote, alsoPaper, alsoHands };
  return { ...how, agendaItem: place, openedAt: poll.openedAt, closedAt: poll.closedAt };
}

async function outcome(db: Handle, poll: MeetingFacts["polls"][number], { attendees }: MeetingFacts) {
  const { result, tellers } = poll;
  if (poll.mode !== "named" || poll.state !== "closed") return { result, tellers };
  const names = new Map(attendees.map(({ personId, name, unit }) => [personId, { name, unit }]));
  const ballots = (await namedBallotsOf(db, poll.id)).map(({ personId, item, choice }) => {
    return { ...names.get(personId), item, choice };
  });
  return { result, tellers, ballots };
}
