import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closePoll } from "#app/commands/close-poll.ts";
import { draftPoll, type PollInput } from "#app/commands/draft-poll.ts";
import { performDue } from "#app/commands/keep-timetable.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openPrepared } from "#app/commands/open-poll.ts";
import { reschedulePoll, unschedulePoll } from "#app/commands/schedule-poll.ts";
import { extendPoll } from "#app/commands/steer-poll.ts";
import { CLOSING_GRACE_MS, dueActs } from "#app/domain/poll/timetable.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { timetable } from "#app/queries/timetable.ts";
import { timetableText } from "#app/text/timetable.ts";
import { journalOf } from "#db/journal.ts";
import { saveMeeting } from "#db/stores/meeting.ts";
import { pollById } from "#db/stores/poll.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";
import { must } from "./room.ts";

const MINUTE = 60_000;

let room: PollRoom;
let { house, community, meeting, open, cast, close, both } = {} as PollRoom;
beforeEach(async () => {
  room = await pollRoom();
  ({ house, community, meeting, open, cast, close, both } = room);
});
afterEach(() => house.close());

const inMs = (ms: number) => new Date(house.clock().getTime() + ms);
const later = (ms: number) => house.at(inMs(ms));
const row = async (id: string) => must(await house.db.read((db) => pollById(db, id)));
const acts = async (id: string) =>
  (await house.db.read((db) => journalOf(db, id))).map(({ act, actor }) => `${act} ${actor}`);
const clockwork = (act: string) => `${act} ${timetableText.actor}`;

/** What the timekeeper does on one look. */
async function look(): Promise<void> {
  const polls = await timetable(house);
  for (const act of dueActs(polls, house.clock())) {
    await performDue(house, { ...act, communityId: community.communityId });
  }
}

const draft = async (times: Partial<PollInput>) => {
  const asked = { meetingId: meeting.id, question: "是否同意加装门禁?", ruleId: "resident-representatives" };
  return (await draftPoll(house, community.actor, { ...asked, mode: "secret", ...times })).id;
};

describe("a scheduled opening", () => {
  it("opens at its moment and not before, put down to the clock, and keeps its length", async () => {
    const id = await draft({ opensAt: inMs(MINUTE), minutes: 5, closesItself: true });
    expect((await meetingSnapshot(house, meeting.code)).next).toMatchObject({ opensAt: inMs(MINUTE).toISOString() });
    later(MINUTE - 1);
    await look();
    expect((await row(id)).state).toBe("draft");
    // The house was down for a while when the moment came.
    later(3 * MINUTE);
    await look();
    expect(await row(id)).toMatchObject({ state: "open", openedAt: house.clock(), endsAt: inMs(5 * MINUTE) });
    expect((await acts(id)).filter((each) => each.startsWith("open-poll"))).toEqual([clockwork("open-poll")]);
    expect((await meetingSnapshot(house, meeting.code)).next).toBeNull();
    expect(await cast(0, id, "for")).toEqual({ status: "recorded" });
  });

  it("waits for the quorum, and opens when enough have come", async () => {
    const attend = async (present: boolean) => {
      for (const { personId } of room.voters.slice(0, 6)) {
        await markAttendance(house, community.actor, { meetingId: meeting.id, personId, present });
      }
    };
    await attend(false);
    const id = await draft({ opensAt: inMs(1000) });
    later(1000);
    await look();
    expect((await row(id)).state).toBe("draft");
    await attend(true);
    await look();
    expect((await row(id)).state).toBe("open");
  });

  it("waits for the poll before it", async () => {
    const first = await open("secret");
    const second = await draft({ opensAt: inMs(1000) });
    later(1000);
    await look();
    expect((await row(second)).state).toBe("draft");
    await close(first);
    await look();
    expect((await row(second)).state).toBe("open");
  });

  it("is before the room once it is open, however many polls were made and closed after it", async () => {
    const early = await draft({ opensAt: inMs(MINUTE) });
    later(1000);
    await close(await open("secret"));
    later(MINUTE);
    await look();
    expect((await meetingSnapshot(house, meeting.code)).poll).toMatchObject({ id: early, state: "open" });
    later(1000);
    await close(early);
    expect((await meetingSnapshot(house, meeting.code)).poll).toMatchObject({ id: early, state: "closed" });
  });

  it("waits for the meeting, and never opens in one that is over", async () => {
    const id = await draft({ opensAt: inMs(1000) });
    later(1000);
    await house.db.write((db) => saveMeeting(db, meeting.id, { state: "planned" }));
    await look();
    expect((await row(id)).state).toBe("draft");
    await house.db.write((db) => saveMeeting(db, meeting.id, { state: "closed" }));
    expect(await timetable(house)).toEqual([]);
    expect((await meetingSnapshot(house, meeting.code)).next).toBeNull();
    await house.db.write((db) => saveMeeting(db, meeting.id, { state: "open" }));
    await look();
    expect((await row(id)).state).toBe("open");
  });

  it("does not begin a vote whose announced end has passed", async () => {
    const id = await draft({ opensAt: inMs(1000), endsAt: inMs(MINUTE) });
    later(2 * MINUTE);
    await look();
    expect((await row(id)).state).toBe("draft");
    await expect(openPrepared(house, community.actor, id)).rejects.toMatchObject({ details: [{ field: "endsAt" }] });
  });

  it("that was put off between the look and the act does not open", async () => {
    const id = await draft({ opensAt: inMs(1000) });
    later(1000);
    const [act] = dueActs(await timetable(house), house.clock());
    await reschedulePoll(house, community.actor, { pollId: id, version: 1, opensAt: inMs(MINUTE) });
    await performDue(house, { ...must(act), communityId: community.communityId });
    expect((await row(id)).state).toBe("draft");
  });

  it("can be changed and taken back, each in the journal, by whoever saw the latest", async () => {
    const { actor } = community;
    const id = await draft({ opensAt: inMs(MINUTE) });
    await reschedulePoll(house, actor, { pollId: id, version: 1, opensAt: inMs(2 * MINUTE) });
    const stale = { pollId: id, version: 1, opensAt: inMs(3 * MINUTE) };
    await expect(reschedulePoll(house, actor, stale)).rejects.toThrow("stale");
    await expect(unschedulePoll(house, actor, { pollId: id, version: 1 })).rejects.toThrow("stale");
    const past = { pollId: id, version: 2, opensAt: house.clock() };
    await expect(reschedulePoll(house, actor, past)).rejects.toMatchObject({ details: [{ field: "opensAt" }] });
    await unschedulePoll(house, actor, { pollId: id, version: 2 });
    later(5 * MINUTE);
    await look();
    expect((await row(id)).state).toBe("draft");
    expect((await acts(id)).map((each) => each.split(" ")[0])).toEqual([
      "draft-poll",
      "reschedule-poll",
      "unschedule-poll",
    ]);
    expect(await room.mismatches()).toEqual([]);
  });

  it("that is open can be neither put off nor taken back, and belongs to its own community", async () => {
    const id = await draft({ opensAt: inMs(1000) });
    later(1000);
    await look();
    const { version } = await row(id);
    await expect(unschedulePoll(house, community.actor, { pollId: id, version })).rejects.toThrow("wrong-state");
    const stranger = { ...community.actor, communityId: "elsewhere" };
    await expect(unschedulePoll(house, stranger, { pollId: id, version })).rejects.toThrow("not-found");
    await expect(openPrepared(house, stranger, id)).rejects.toThrow("not-found");
  });

  it.each<[string, () => Partial<PollInput>]>([
    ["opensAt", () => ({ opensAt: house.clock() })],
    ["opensAt", () => ({ opensAt: "2026-02-30T10:00" })],
    ["endsAt", () => ({ opensAt: inMs(MINUTE), endsAt: inMs(MINUTE) })],
    ["endsAt", () => ({ endsAt: inMs(-1) })],
    ["endsAt", () => ({ endsAt: inMs(MINUTE), minutes: 5 })],
    ["closesItself", () => ({ closesItself: true })],
    ["closesItself", () => ({ closesItself: true, minutes: 5, mode: "hands" })],
    ["minutes", () => ({ minutes: 0 })],
  ])("refuses %s where the times do not fit (%#)", async (field, times) => {
    const refusal = await draft(times()).catch((error: unknown) => error);
    expect(JSON.stringify(refusal)).toContain(field);
    expect(refusal).toBeInstanceOf(Error);
  });

  it("reads date and time of a form in Shanghai, and a program's with its zone", async () => {
    const day = "2026-12-01";
    for (const opensAt of [`${day}T15:30`, `${day}T07:30:00Z`, `${day}T09:30:00+02:00`]) {
      expect((await row(await draft({ opensAt }))).opensAt).toEqual(new Date(`${day}T07:30:00Z`));
    }
  });
});

describe("a poll that closes itself", () => {
  const timed = { minutes: 2, closesItself: true } as const;

  it("closes when its grace is over, with every ballot that was acknowledged, put down to the clock", async () => {
    const id = await open("secret", timed);
    later(2 * MINUTE);
    expect(await cast(0, id, "for")).toEqual({ status: "recorded" });
    later(1);
    expect(await cast(1, id, "for")).toEqual({ status: "poll-closed" });
    later(CLOSING_GRACE_MS - 2);
    await look();
    expect((await row(id)).state).toBe("open");
    later(1);
    await look();
    expect((await row(id)).result).toMatchObject({ for: 1, cast: 1 });
    expect((await acts(id)).at(-1)).toBe(clockwork("close-poll"));
    expect(await room.mismatches()).toEqual([]);
  });

  it("may be extended in the grace, also between the look and the act, and closes at the new end", async () => {
    const id = await open("secret", timed);
    later(2 * MINUTE + CLOSING_GRACE_MS);
    const [act] = dueActs(await timetable(house), house.clock());
    await extendPoll(house, community.actor, id, 1);
    await performDue(house, { ...must(act), communityId: community.communityId });
    expect(await row(id)).toMatchObject({ state: "open", endsAt: inMs(MINUTE) });
    expect(await cast(0, id, "for")).toEqual({ status: "recorded" });
    later(MINUTE + CLOSING_GRACE_MS);
    await look();
    expect((await row(id)).state).toBe("closed");
  });

  it("is closed exactly once when a person and the clock do it at the same moment", async () => {
    for (let round = 0; round < 20; round++) {
      const id = await open("secret", timed);
      later(2 * MINUTE + CLOSING_GRACE_MS);
      const [act] = dueActs(await timetable(house), house.clock());
      const byClock = () => performDue(house, { ...must(act), communityId: community.communityId });
      const byHand = () => closePoll(house, community.actor, id).catch((error: Error) => error.message);
      const answers = await Promise.all(round % 2 ? [byClock(), byHand()] : [byHand(), byClock()]);
      // Whoever comes second is told so, or, being the clock, lets it be.
      expect(answers).toContainEqual(round % 2 ? "wrong-state" : undefined);
      expect((await acts(id)).filter((each) => each.startsWith("close-poll"))).toHaveLength(1);
    }
  });

  it("stays open while tellers' counts are missing, and closes when they agree", async () => {
    const id = await open("secret", { ...timed, alsoPaper: true });
    await room.paper(id, 0);
    later(2 * MINUTE + CLOSING_GRACE_MS);
    await look();
    expect((await row(id)).state).toBe("open");
    await both(id, { for: 1, collected: 1 });
    await look();
    expect((await row(id)).result).toMatchObject({ for: 1 });
  });

  it("without the tick stays open past its end", async () => {
    const id = await open("secret", { minutes: 2 });
    later(60 * MINUTE);
    await look();
    expect((await row(id)).state).toBe("open");
  });
});

describe("a clock that is set by an hour", () => {
  it.each([1, -1])("%i h: the poll ends by the house's clock, once, and nobody votes after that", async (hours) => {
    const id = await open("secret", { minutes: 5, closesItself: true });
    await cast(0, id, "for");
    later(hours * 60 * MINUTE);
    await look();
    const ended = hours > 0;
    expect((await row(id)).state).toBe(ended ? "closed" : "open");
    expect((await cast(1, id, "for")).status).toBe(ended ? "poll-closed" : "recorded");
    later(-hours * 60 * MINUTE);
    await look();
    expect((await row(id)).state).toBe(ended ? "closed" : "open");
    expect((await cast(2, id, "for")).status).toBe(ended ? "poll-closed" : "recorded");
    later(5 * MINUTE + CLOSING_GRACE_MS);
    await look();
    expect((await acts(id)).filter((each) => each.startsWith("close-poll"))).toEqual([clockwork("close-poll")]);
  });
});
