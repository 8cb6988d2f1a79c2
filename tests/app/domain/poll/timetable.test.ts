import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLOSING_GRACE_MS,
  dueActs,
  endOf,
  isDueTo,
  nextToOpen,
  obstacleTo,
  sleepFor,
  type TimedPoll,
} from "#app/domain/poll/timetable.ts";

const NOW = new Date("2026-11-25T07:30:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const inMs = (ms: number) => new Date(NOW.getTime() + ms);
const timed = (part: Partial<TimedPoll>): TimedPoll => {
  return { id: "p", state: "draft", opensAt: null, endsAt: null, closesItself: false, ...part };
};

describe("what is due", () => {
  const open = { state: "open", closesItself: true } as const;
  it.each<[string, Partial<TimedPoll>, "open" | "close" | null]>([
    ["a draft without a time", {}, null],
    ["a draft whose time is 1 ms ahead", { opensAt: inMs(1) }, null],
    ["a draft whose time has come", { opensAt: NOW }, "open"],
    ["a draft whose time came three days ago", { opensAt: inMs(-72 * HOUR) }, "open"],
    ["a draft with an end in the past, but no opening", { endsAt: inMs(-HOUR), closesItself: true }, null],
    ["an open poll that does not close itself", { state: "open", endsAt: inMs(-HOUR) }, null],
    ["an open poll without an end", { ...open }, null],
    ["an open poll at its end", { ...open, endsAt: NOW }, null],
    ["the last ms of the grace", { ...open, endsAt: inMs(-9999) }, null],
    ["the end of the grace, ten seconds after its own", { ...open, endsAt: inMs(-10_000) }, "close"],
    ["an open poll that opened by itself is not opened again", { state: "open", opensAt: inMs(-HOUR) }, null],
    ["a closed poll", { ...open, state: "closed", opensAt: inMs(-HOUR), endsAt: inMs(-HOUR) }, null],
    ["a voided poll", { ...open, state: "voided", opensAt: inMs(-HOUR), endsAt: inMs(-HOUR) }, null],
  ])("%s", (_name, part, act) => {
    const poll = timed(part);
    expect(dueActs([poll], NOW).map((due) => due.act)).toEqual(act ? [act] : []);
    for (const each of ["open", "close"] as const) expect(isDueTo(each, poll, NOW)).toBe(each === act);
  });

  it("ends polls before it opens others, and keeps the order of the times", () => {
    const polls = [
      timed({ id: "later", opensAt: inMs(-MINUTE) }),
      timed({ id: "earlier", opensAt: inMs(-2 * MINUTE) }),
      timed({ id: "ending", state: "open", closesItself: true, endsAt: inMs(-CLOSING_GRACE_MS) }),
    ];
    expect(dueActs(polls, NOW).map((due) => due.pollId)).toEqual(["ending", "earlier", "later"]);
  });
});

describe("how long to sleep", () => {
  it.each<[string, Partial<TimedPoll>[], number]>([
    ["nothing ahead: a look at the clock each minute", [], MINUTE],
    ["the next act", [{ opensAt: inMs(1234) }, { opensAt: inMs(30_000) }], 1234],
    ["an act in thirty days, past the longest timer of the platform", [{ opensAt: inMs(30 * 24 * HOUR) }], MINUTE],
    ["what is due and blocked does not make it wake again and again", [{ opensAt: inMs(-HOUR) }], MINUTE],
    ["the end of the grace", [{ state: "open", closesItself: true, endsAt: NOW }], CLOSING_GRACE_MS],
  ])("%s", (_name, parts, ms) => expect(sleepFor(parts.map(timed), NOW)).toBe(ms));
});

describe("the end of a poll", () => {
  it("keeps its length however late it opens, and a moment that was announced stays that moment", () => {
    expect(endOf({ minutes: 5, endsAt: null }, inMs(HOUR))).toEqual(inMs(HOUR + 5 * MINUTE));
    expect(endOf({ minutes: null, endsAt: inMs(2 * HOUR) }, inMs(HOUR))).toEqual(inMs(2 * HOUR));
    expect(endOf({ minutes: null, endsAt: null }, NOW)).toBeNull();
  });
});

describe("what keeps a draft from opening", () => {
  const ready = { inSession: true, running: null, missing: 0 };
  const draft = { minutes: 5, endsAt: null };
  it.each([
    ["nothing", draft, ready, null],
    ["the meeting", draft, { ...ready, inSession: false }, { why: "meeting-not-open" }],
    ["another poll", draft, { ...ready, running: "第一题", missing: 3 }, { why: "another-open", question: "第一题" }],
    ["the quorum", draft, { ...ready, missing: 3 }, { why: "quorum", missing: 3 }],
    ["its own end", { minutes: null, endsAt: NOW }, { ...ready, inSession: false }, { why: "end-passed" }],
    ["an end ahead does not", { minutes: null, endsAt: inMs(1) }, ready, null],
  ])("%s", (_name, of, room, why) => expect(obstacleTo(of, room, NOW)).toEqual(why));
});

it("names the draft that opens next, never one that is open, closed or without a time", () => {
  const polls = [
    timed({ id: "untimed" }),
    timed({ id: "second", opensAt: inMs(2 * HOUR) }),
    timed({ id: "first", opensAt: inMs(HOUR) }),
    timed({ id: "open", state: "open", opensAt: inMs(-HOUR) }),
  ];
  expect(nextToOpen(polls)).toMatchObject({ id: "first", opensAt: inMs(HOUR) });
  expect(nextToOpen(polls.filter(({ state }) => state === "open"))).toBeNull();
});

/** A house that keeps its timetable by a clock of its own, and when it did what. */
type World = { polls: TimedPoll[]; clock: number; opened: Map<string, number[]>; closed: Map<string, number[]> };

function keep(world: World): void {
  const now = new Date(world.clock);
  for (const { act, pollId } of dueActs(world.polls, now)) {
    const at = world.polls.findIndex((poll) => poll.id === pollId);
    const poll = world.polls[at];
    // The command asks once more, as it does in its transaction.
    if (!poll || !isDueTo(act, poll, now)) continue;
    if (act === "open" && world.polls.some((other) => other.state === "open")) continue;
    world.polls[at] = { ...poll, state: act === "open" ? "open" : "closed" };
    const log = act === "open" ? world.opened : world.closed;
    log.set(pollId, [...(log.get(pollId) ?? []), world.clock]);
  }
}

const event = fc.oneof(
  {
    arbitrary: fc.record({ type: fc.constant("sleep" as const), wake: fc.double({ min: 0, max: 1, noNaN: true }) }),
    weight: 6,
  },
  { arbitrary: fc.record({ type: fc.constant("jump" as const), by: fc.constantFrom(-HOUR, HOUR) }), weight: 1 },
  {
    arbitrary: fc.record({ type: fc.constant("down" as const), by: fc.integer({ min: 0, max: 5 * HOUR }) }),
    weight: 1,
  },
);

it("whatever the clock does and however often the house restarts, every act happens once, never early, and in the end all did", () => {
  const lives = fc.array(
    fc.record({ opens: fc.integer({ min: 0, max: 3 * HOUR }), length: fc.integer({ min: 0, max: HOUR }) }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(lives, fc.array(event, { maxLength: 60 }), (given, events) => {
      const start = NOW.getTime();
      const world: World = {
        polls: given.map(({ opens, length }, n) =>
          timed({
            id: `p${n}`,
            opensAt: new Date(start + opens),
            endsAt: new Date(start + opens + length),
            closesItself: true,
          }),
        ),
        ...{ clock: start, opened: new Map(), closed: new Map() },
      };
      keep(world);
      for (const each of events) {
        // Woken early by a change in the room, or at the end of the sleep; a jump leaves the timer asleep.
        if (each.type === "sleep") world.clock += sleepFor(world.polls, new Date(world.clock)) * each.wake;
        else world.clock += each.by;
        if (each.type !== "jump") keep(world);
      }
      world.clock = Math.max(world.clock, start + 5 * HOUR);
      for (let passes = 0; passes < 2 * given.length; passes++) keep(world);
      for (const { id, opensAt, endsAt, state } of world.polls) {
        expect(state).toBe("closed");
        for (const [log, from] of [
          [world.opened.get(id), opensAt?.getTime()],
          [world.closed.get(id), (endsAt?.getTime() ?? 0) + CLOSING_GRACE_MS],
        ] as const) {
          expect(log).toHaveLength(1);
          expect(log?.[0]).toBeGreaterThanOrEqual(from ?? Number.NaN);
        }
      }
    }),
    { numRuns: 300 },
  );
});
