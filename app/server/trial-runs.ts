import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newMeetingCode } from "#app/commands/meeting-code.ts";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { type Pace, simulatePhones } from "#app/commands/simulate-phones.ts";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { trialCodeOf, trialTitle } from "#app/domain/meeting/trial-code.ts";
import type { Config, House, Houses, TrialRun, TrialRuns } from "#app/house.ts";
import { createHub } from "#app/live/hub.ts";
import { trialRunText as text } from "#app/text/trial-run.ts";
import { type Database, openDatabase } from "#db/connect.ts";
import { openFiles } from "#db/files.ts";
import { readForTrial, renamed, writeForTrial } from "#db/trial-copy.ts";
import { signer } from "./secret.ts";
import { keepTimetable } from "./timekeeper.ts";

/** 我方默认: long enough for any rehearsal, short enough that a forgotten one does not outlive the day. */
const LASTS_MS = 3 * 3_600_000;
/** 我方默认: each holds a database open. */
const MOST = 5;

const folderIn = ({ dataDir }: Pick<Config, "dataDir">) => join(dataDir, "trial-runs");

/** Removes what rehearsals left behind when the last process was killed. Only for the process that serves this data. */
export function sweepTrialRuns(config: Pick<Config, "dataDir">): void {
  rmSync(folderIn(config), { recursive: true, force: true });
}

type Run = TrialRun & { house: House; realId: string };
export type TrialRunsHere = TrialRuns & { houses: Houses; close(): Promise<void> };

type Parts = {
  /** Sends everybody away who is on the line of this meeting. */
  leave(meetingId: string): void;
  pace?: Pace;
};

/** Where meetings of `real` are rehearsed: each in a house of its own on a copy of what it needs, gone with its end. */
export function createTrialRuns(real: House, { leave, pace = clockwork }: Parts): TrialRunsHere {
  /** By the real meeting's id; those that are just being made, too. */
  const runs = new Map<string, Promise<Run>>();
  const running = new Map<string, Run>();

  async function make(realId: string): Promise<Run> {
    const run = await openTrial(real, realId, pace, { ended: () => forget(realId), leave });
    running.set(run.code, run);
    return run;
  }
  function forget(realId: string): void {
    runs.delete(realId);
    for (const [code, run] of running) if (run.realId === realId) running.delete(code);
  }

  return {
    async start({ id }) {
      const known = runs.get(id);
      if (known) return known;
      if (runs.size >= MOST) throw new DomainError("too-many", [{ field: "trialRun", message: text.tooMany(MOST) }]);
      const made = make(id);
      runs.set(id, made);
      made.catch(() => runs.delete(id));
      return made;
    },
    runningOf: (meetingId) => [...running.values()].find((run) => run.realId === meetingId) ?? null,
    houses: { real, of: (code) => running.get(code)?.house ?? real },
    async close() {
      const all = await Promise.allSettled(runs.values());
      for (const made of all) if (made.status === "fulfilled") await made.value.end();
      sweepTrialRuns(real.config);
    },
  };
}

type Watch = { ended(): void; leave(meetingId: string): void };

async function openTrial(real: House, realId: string, pace: Pace, watch: Watch): Promise<Run> {
  const sign = signer(randomBytes(32));
  const [meetingId, folder] = [real.newId(), join(folderIn(real.config), real.newId())];
  const rows = await real.db.read((db) => readForTrial(db, realId));
  const subject = rows?.meeting.find(({ id }) => id === realId);
  if (!rows || !subject) throw new DomainError("not-found");
  const code = trialCodeOf(await real.db.read((db) => newMeetingCode(real, db)));
  const tokenId = (personId: string) => digest(personalToken({ sign }, meetingId, personId, 1));
  const config: Config = { ...real.config, dataDir: folder, databaseFile: join(folder, "trial.db"), trialRun: true };
  const db = openCopy(config);
  try {
    await writeForTrial(db, renamed(rows, realId, { meetingId, code, title: trialTitle, tokenId }));
  } catch (error) {
    await remove(db, folder);
    throw error;
  }
  return compose({ real, realId, realCode: subject.code, meetingId, code, db, config, sign, pace, watch });
}

type Composing = {
  real: House;
  realId: string;
  realCode: string;
  meetingId: string;
  code: string;
  db: Database;
  config: Config;
  sign: House["sign"];
  pace: Pace;
  watch: Watch;
};

function compose({ real, realId, realCode, meetingId, code, db, config, sign, pace, watch }: Composing): Run {
  let over: Promise<void> | undefined;
  let gone = false;
  const hub = createHub();
  // The copy holds other meetings by their real ids: their rooms must hear nothing.
  hub.listen((id, concern) => id === meetingId && real.publish(id, concern));
  const house: House = {
    db: whileThere(db, () => !gone),
    config,
    sign,
    clock: real.clock,
    newId: real.newId,
    report: real.report,
    // A paper of a rehearsal could be taken for one of the meeting.
    typeset: () => Promise.reject(new DomainError("trial-run")),
    workbook: () => Promise.reject(new DomainError("trial-run")),
    ownTemplates: {
      inspect: () => Promise.reject(new DomainError("trial-run")),
      fill: () => Promise.reject(new DomainError("trial-run")),
    },
    files: openFiles(join(config.dataDir, "files")),
    publish: hub.publish,
  };
  const phones = simulatePhones(house, { id: meetingId, code }, pace);
  const timekeeper = keepTimetable(house, hub);
  const timer = setTimeout(() => run.end().catch(() => {}), LASTS_MS);
  timer.unref();
  const run: Run = {
    ...{ real, realId, realCode, meetingId, code, phones, house },
    endsAt: new Date(real.clock().getTime() + LASTS_MS),
    end() {
      over ??= (async () => {
        clearTimeout(timer);
        phones.stop();
        watch.ended();
        await timekeeper.stop();
        gone = true;
        watch.leave(meetingId);
        await remove(db, config.dataDir);
      })();
      return over;
    },
  };
  house.trialRun = run;
  return run;
}

/** An empty database that nobody but the server's own account can read: SQLite gives its side files the same rights. */
function openCopy({ dataDir, databaseFile, migrations }: Config): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(databaseFile, "", { mode: 0o600, flag: "wx" });
  return openDatabase({ file: databaseFile, migrations });
}

async function remove(db: Database, folder: string): Promise<void> {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A page that was on its way when the rehearsal ended hears that it is over, not that a file is closed. */
function whileThere(db: Database, isThere: () => boolean): Database {
  const guarded = <T>(work: () => Promise<T>): Promise<T> =>
    isThere() ? work() : Promise.reject(new DomainError("unknown-meeting"));
  return {
    ...db,
    read: (work) => guarded(() => db.read(work)),
    write: (work) => guarded(() => db.write(work)),
    scrub: () => guarded(() => db.scrub()),
  };
}

const clockwork: Pace = {
  random: Math.random,
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
