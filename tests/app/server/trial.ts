import { readdirSync } from "node:fs";
import { personalToken } from "#app/commands/meeting-roll.ts";
import type { Pace } from "#app/commands/simulate-phones.ts";
import { startTrialRun } from "#app/commands/trial-run.ts";
import type { House, TrialRun } from "#app/house.ts";
import { createTrialRuns, type TrialRunsHere } from "#app/server/trial-runs.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { openRoom, type Room } from "../commands/room.ts";

/** Timers that run when they are told to, each at its time, and dice that fall alike in every run. */
export function handPace(seed = 1): Pace & { run(): Promise<void>; waiting(): number } {
  let due: { at: number; work: () => void }[] = [];
  let now = 0;
  let state = seed;
  return {
    random() {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    },
    after(ms, work) {
      const entry = { at: now + ms, work };
      due.push(entry);
      return () => {
        due = due.filter((each) => each !== entry);
      };
    },
    waiting: () => due.length,
    async run() {
      for (;;) {
        const [next] = due.sort((a, b) => a.at - b.at);
        if (!next) return;
        due.shift();
        now = next.at;
        next.work();
        // The commands behind it read and write: as many turns of the loop as any of them takes.
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

export type Stage = {
  real: TestHouse;
  room: Room;
  trials: TrialRunsHere;
  pace: ReturnType<typeof handPace>;
  /** Meetings whose people were sent away. */
  left: string[];
  /** Begins the rehearsal of the stage's meeting; its house. */
  rehearse(): Promise<{ house: House; run: TrialRun; code: string }>;
  /** Everything that lies in the data folder, by name. */
  files(): string[];
  close(): Promise<void>;
};

/** A meeting that has not begun, and a place to rehearse it. */
export async function trialStage(): Promise<Stage> {
  const real = openTestHouse();
  const room = await openRoom(real, { opened: false, present: [] });
  const [left, pace]: [string[], ReturnType<typeof handPace>] = [[], handPace()];
  const trials = createTrialRuns(real, { leave: (meetingId) => void left.push(meetingId), pace });
  real.trialRuns = trials;
  return {
    ...{ real, room, trials, pace, left },
    async rehearse() {
      const { code } = await startTrialRun(real, room.community.actor, room.meetingId);
      const house = trials.houses.of(code);
      if (!house.trialRun) throw new Error("the code of a rehearsal must lead to its house");
      return { house, run: house.trialRun, code };
    },
    files: () => readdirSync(real.config.dataDir, { recursive: true, encoding: "utf8" }).sort(),
    async close() {
      await trials.close();
      await real.close();
    },
  };
}

/** The slip of a person for a meeting of this house. */
export const slipOf = (house: House, meetingId: string, personId: string): string =>
  personalToken(house, meetingId, personId, 1);
