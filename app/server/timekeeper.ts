import { performDue } from "#app/commands/keep-timetable.ts";
import { dueActs, sleepFor } from "#app/domain/poll/timetable.ts";
import type { House } from "#app/house.ts";
import type { Hub } from "#app/live/hub.ts";
import { type TimetableAct, type Timetabled, timetable } from "#app/queries/timetable.ts";
import { log } from "./log.ts";

/** A room that changes all the time, as when everybody checks in, is looked at no more often than this. */
const SETTLE_MS = 200;
/** After a pass that failed: a disk that was full may have room again. */
const RETRY_MS = 5000;

export type TimekeeperWork = {
  clock(): Date;
  polls(): Promise<Timetabled[]>;
  /** Does it, or lets it be where it cannot be done now. */
  perform(act: TimetableAct): Promise<void>;
  failed(error: unknown): void;
};

export type Timekeeper = {
  /** Something changed that may let a blocked act be done, or that moved the next one. */
  wake(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
};

/**
 * Opens and closes polls when their time comes. Looks at once, for what fell due while the house was down, and then by one timer for the next
 * act. Nothing is remembered between two looks, so that a clock that is set, a restart or a missed call can neither repeat an act nor lose it.
 */
export function startTimekeeper(work: TimekeeperWork): Timekeeper {
  let timer: NodeJS.Timeout | undefined;
  let under: Promise<void> | undefined;
  let woken = false;
  let stopped = false;

  function lookIn(ms: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(look, ms);
    // Clients and the port keep the process alive, never the timetable.
    timer.unref();
  }

  function look(): void {
    woken = false;
    under = pass()
      .catch((error: unknown) => {
        work.failed(error);
        return RETRY_MS;
      })
      .then((ms) => {
        under = undefined;
        lookIn(woken ? SETTLE_MS : ms);
      });
  }

  /** How long nothing has to be looked at, in ms. */
  async function pass(): Promise<number> {
    const polls = await work.polls();
    const communities = new Map(polls.map(({ id, communityId }) => [id, communityId]));
    let failures = 0;
    for (const act of dueActs(polls, work.clock())) {
      // One poll that cannot be dealt with must not keep the others from their time.
      await work.perform({ ...act, communityId: communities.get(act.pollId) ?? "" }).catch((error: unknown) => {
        failures += 1;
        work.failed(error);
      });
    }
    const ms = sleepFor(await work.polls(), work.clock());
    return failures > 0 ? Math.min(ms, RETRY_MS) : ms;
  }

  look();
  return {
    wake() {
      if (woken) return;
      woken = true;
      if (!under) lookIn(SETTLE_MS);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await under;
    },
  };
}

/** The timekeeper of this process's house. */
export function keepTimetable(house: House, hub: Hub): Timekeeper {
  const keeper = startTimekeeper({
    clock: house.clock,
    polls: () => timetable(house),
    perform: (act) => performDue(house, act),
    failed: (error) => log.error({ err: error }, "the timetable could not be kept"),
  });
  // Ballots change nothing that the timetable asks about.
  hub.listen((_meetingId, concern) => concern !== "turnout" && keeper.wake());
  return keeper;
}
