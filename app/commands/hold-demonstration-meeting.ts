import type { z } from "zod";
import { atTime, type CalendarDay } from "#app/domain/calendar/day.ts";
import type { Actor, House } from "#app/house.ts";
import { type DemonstrationSpeech, demonstrationText as text } from "#app/text/demonstration.ts";
import { agendaItemById, agendaOf, type Meeting, meetingById } from "#db/stores/meeting.ts";
import { type Attendee, attendeesOf } from "#db/stores/roll.ts";
import { castBallot } from "./cast-ballot.ts";
import { chooseAgendaItem } from "./choose-agenda-item.ts";
import { closeMeeting } from "./close-meeting.ts";
import { closePoll } from "./close-poll.ts";
import { decideOutcome } from "./decide-outcome.ts";
import { markAttendance } from "./mark-attendance.ts";
import { openMeeting } from "./open-meeting.ts";
import { openPoll } from "./open-poll.ts";
import type { outcomeInput } from "./outcome-input.ts";
import { planMeeting } from "./plan-meeting.ts";
import { addSpeech } from "./record-speech.ts";
import { revealPoll } from "./steer-poll.ts";

type Said<T> = T extends unknown ? Omit<T, "meetingId" | "agendaItemId" | "decision"> : never;
export type HeldItem = {
  issue: string;
  speeches: DemonstrationSpeech;
  /** A secret poll in which everybody else present agrees. */
  poll?: { question: string; against: number; abstain: number };
  outcome: Said<z.input<typeof outcomeInput>>;
};

/** Holds one past Wednesday meeting by the same commands that a real one goes through, minute by minute. */
export async function holdMeeting(
  house: House,
  actor: Actor,
  { bodyId, day, absent, items }: { bodyId: string; day: CalendarDay; absent: number; items: HeldItem[] },
): Promise<void> {
  let now = atTime(day, "14:25");
  const then: House = { ...house, clock: () => now, publish: () => {} };
  const pass = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const plan = {
    body: bodyId,
    startsAt: atTime(day, "14:30"),
    recorder: text.recorder,
    issues: items.map((i) => i.issue),
  };
  const { id } = await planMeeting(then, actor, plan);
  const meeting = await then.db.read((db) => meetingById(db, id));
  if (!meeting) return;
  const present = await gather(then, actor, meeting, absent);
  pass(5);
  await openMeeting(then, actor, { meetingId: id });
  for (const item of items) {
    pass(6);
    await treat(then, actor, meeting, item, present, pass);
  }
  pass(5);
  await closeMeeting(then, actor, { meetingId: id, pending: "all" });
}

/** Everybody comes but `absent` of those with a vote, spread over the roll. */
async function gather(house: House, actor: Actor, meeting: Meeting, absent: number): Promise<Attendee[]> {
  const roll = await house.db.read((db) => attendeesOf(db, meeting.id));
  const voters = roll.filter((line) => line.votingRight && line.name !== actor.name);
  const step = Math.max(1, Math.floor(voters.length / absent));
  const away = new Set(
    voters
      .filter((_, n) => n % step === 0)
      .slice(0, absent)
      .map((line) => line.personId),
  );
  const present = roll.filter((line) => !away.has(line.personId));
  for (const line of present) {
    await markAttendance(house, actor, { meetingId: meeting.id, personId: line.personId, present: true });
  }
  return present;
}

async function treat(
  house: House,
  actor: Actor,
  meeting: Meeting,
  { issue, speeches, poll, outcome }: HeldItem,
  present: Attendee[],
  pass: (minutes: number) => void,
): Promise<void> {
  const item = (await house.db.read((db) => agendaOf(db, meeting.id))).find((each) => each.issueId === issue);
  if (!item) return;
  const place = { meetingId: meeting.id, agendaItemId: item.id };
  const from = (await house.db.read((db) => meetingById(db, meeting.id)))?.currentItemId ?? "";
  await chooseAgendaItem(house, actor, { ...place, from });
  for (const [speaker, body] of speeches) {
    pass(1);
    await addSpeech(house, actor, { ...place, speaker, body });
  }
  if (poll) await vote(house, actor, { ...place, ...poll }, present, pass);
  const { decision } = (await house.db.read((db) => agendaItemById(db, item.id))) ?? { decision: 0 };
  await decideOutcome(house, actor, { ...outcome, ...place, decision } as z.input<typeof outcomeInput>);
}

type Vote = { meetingId: string; agendaItemId: string; question: string; against: number; abstain: number };

async function vote(house: House, actor: Actor, ask: Vote, present: Attendee[], pass: (minutes: number) => void) {
  const input = { ...ask, mode: "secret", ruleId: "resident-representatives" } as const;
  const { id } = await openPoll(house, actor, input);
  pass(2);
  const voters = present.filter((line) => line.votingRight);
  for (const [n, { meetingId, personId, keyId, name, votingRight }] of voters.entries()) {
    const choice = n < ask.against ? "against" : n < ask.against + ask.abstain ? "abstain" : "for";
    await castBallot(house, { kind: "voter", meetingId, personId, keyId, name, votingRight }, { pollId: id, choice });
  }
  await closePoll(house, actor, id);
  for (const reveal of [1, 2] as const) await revealPoll(house, actor, id, reveal);
}
