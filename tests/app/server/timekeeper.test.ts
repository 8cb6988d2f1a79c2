import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CLOSING_GRACE_MS } from "#app/domain/poll/timetable.ts";
import type { Timetabled } from "#app/queries/timetable.ts";
import { startTimekeeper, type Timekeeper } from "#app/server/timekeeper.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-11-25T07:30:00Z");

let polls: Timetabled[];
/** What the wall clock is ahead of the true time: somebody set it. */
let offset: number;
let done: string[];
let failures: unknown[];
/** Of polls that cannot be opened or closed now. */
let blocked: Set<string>;
let reads: number;
let keeper: Timekeeper;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  [polls, offset, done, failures, blocked, reads] = [[], 0, [], [], new Set(), 0];
});
afterEach(async () => {
  await keeper.stop();
  vi.useRealTimers();
});

const clock = () => new Date(Date.now() + offset);
const at = (ms: number) => new Date(START + ms);
const draft = (id: string, opensAt: Date): Timetabled => {
  return { id, state: "draft", opensAt, endsAt: null, closesItself: false, communityId: "lake" };
};
const open = (id: string, endsAt: Date): Timetabled => {
  return { id, state: "open", opensAt: null, endsAt, closesItself: true, communityId: "lake" };
};

function start(): void {
  keeper = startTimekeeper({
    clock,
    async polls() {
      reads += 1;
      return polls;
    },
    async perform({ act, pollId, communityId }) {
      if (blocked.has(pollId)) return;
      if (pollId === "broken") throw new Error("disk full");
      const state = act === "open" ? "open" : "closed";
      polls = polls.map((poll) => (poll.id === pollId ? { ...poll, state } : poll));
      done.push(`${act} ${pollId} for ${communityId} at ${(clock().getTime() - START) / 1000}`);
    },
    failed: (error) => failures.push(error),
  });
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("does at once what fell due while the house was down", async () => {
  polls = [draft("a", at(-3 * 24 * HOUR)), open("b", at(-HOUR))];
  start();
  await pass(0);
  expect(done).toEqual(["close b for lake at 0", "open a for lake at 0"]);
});

it("wakes for the next act to the millisecond, and sleeps in between", async () => {
  polls = [draft("a", at(42_500)), open("b", at(20_000))];
  start();
  await pass(42_499);
  expect(done).toEqual(["close b for lake at 30"]);
  await pass(1);
  expect(done[1]).toBe("open a for lake at 42.5");
  const before = reads;
  await pass(10 * MINUTE);
  // No polling: a look each minute, two readings at most.
  expect(reads - before).toBeLessThanOrEqual(20);
});

it("keeps an act thirty days ahead, past the longest timer of the platform", async () => {
  polls = [draft("a", at(30 * 24 * HOUR))];
  start();
  await pass(30 * 24 * HOUR - 1);
  expect(done).toEqual([]);
  await pass(1);
  expect(done).toHaveLength(1);
});

describe("a clock that is set", () => {
  it("an hour ahead is noticed within a minute", async () => {
    polls = [draft("a", at(HOUR))];
    start();
    await pass(1000);
    offset = HOUR;
    await pass(MINUTE);
    expect(done).toHaveLength(1);
  });

  it("an hour back makes nothing happen early, and nothing happen twice", async () => {
    polls = [draft("a", at(30_000)), open("b", at(0))];
    start();
    await pass(CLOSING_GRACE_MS);
    expect(done).toEqual(["close b for lake at 10"]);
    offset = -HOUR;
    await pass(HOUR);
    expect(done).toHaveLength(1);
    await pass(30_000);
    expect(done.slice(1)).toEqual(["open a for lake at 30"]);
  });
});

describe("what cannot be done yet", () => {
  it("is tried again when something changes, not again and again", async () => {
    polls = [draft("a", at(0))];
    blocked.add("a");
    start();
    await pass(5 * MINUTE + 1000);
    expect(reads).toBeLessThanOrEqual(12);
    blocked.clear();
    keeper.wake();
    await pass(200);
    expect(done).toHaveLength(1);
  });

  it("is looked at a few times a second however often the room changes", async () => {
    start();
    await pass(0);
    const before = reads;
    for (let n = 0; n < 1000; n++) {
      keeper.wake();
      await pass(1);
    }
    expect(reads - before).toBeLessThanOrEqual(12);
  });

  it("does not keep the others waiting when it fails, and is tried again soon", async () => {
    polls = [draft("broken", at(-1)), draft("a", at(0))];
    start();
    await pass(0);
    expect(done).toEqual(["open a for lake at 0"]);
    expect(failures).toHaveLength(1);
    await pass(5000);
    expect(failures).toHaveLength(2);
  });
});

it("takes up an end that was moved while it slept", async () => {
  polls = [open("b", at(50_000))];
  start();
  await pass(55_000);
  polls = [open("b", at(110_000))];
  keeper.wake();
  await pass(64_999);
  expect(done).toEqual([]);
  await pass(1);
  expect(done).toEqual(["close b for lake at 120"]);
});

it("does nothing any more once it is stopped", async () => {
  polls = [draft("a", at(1000))];
  start();
  await pass(0);
  await keeper.stop();
  keeper.wake();
  await pass(HOUR);
  expect(done).toEqual([]);
});
