import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { checkIn } from "#app/commands/check-in.ts";
import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { decideOutcome } from "#app/commands/decide-outcome.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { addSpeech } from "#app/commands/record-speech.ts";
import { signIn, signOut } from "#app/commands/sign-in.ts";
import { simulatePhones } from "#app/commands/simulate-phones.ts";
import { revealPoll } from "#app/commands/steer-poll.ts";
import { endTrialRun, letPhonesArrive, letPhonesVote, startTrialRun } from "#app/commands/trial-run.ts";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { currentRoomCode, screenKey } from "#app/queries/room-code.ts";
import { findStaffBySession } from "#app/queries/staff-access.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { sweepTrialRuns } from "#app/server/trial-runs.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { COPIED, LEFT_OUT } from "#db/trial-copy.ts";
import { meetingDocument } from "#tests/documents.ts";
import { PASSWORD, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { everything } from "../routes/every-route.ts";
import { type Stage, slipOf, trialStage } from "./trial.ts";

let stage: Stage;
let actor: Actor;
beforeEach(async () => {
  stage = await trialStage();
  actor = stage.room.community.actor;
});
afterEach(() => stage.close());

const RULE = "resident-representatives";

/** A whole meeting, as it would be held: everybody comes, one issue is spoken about and voted on, the meeting ends. */
async function holdMeeting(house: House): Promise<void> {
  const { meetingId } = house.trialRun ?? { meetingId: "" };
  await letPhonesArrive(house, actor, 100);
  await stage.pace.run();
  await openMeeting(house, actor, { meetingId });
  const room = await meetingRoom(house, actor, house.trialRun?.code ?? "");
  const issue = room.agenda[1]?.id ?? "";
  await chooseAgendaItem(house, actor, { meetingId, agendaItemId: issue, from: room.meeting.currentItemId ?? "" });
  await addSpeech(house, actor, { meetingId, agendaItemId: issue, speaker: "何秀英", body: "同意换灯。" });
  const { id } = await openPoll(house, actor, { meetingId, question: "换不换灯", mode: "secret", ruleId: RULE });
  await letPhonesVote(house, actor, { leaning: "first" });
  await stage.pace.run();
  await closePoll(house, actor, id);
  await revealPoll(house, actor, id, 2);
  const said = { outcome: "next-time", reason: "还要再看", decision: 0 } as const;
  await decideOutcome(house, actor, { meetingId, agendaItemId: issue, ...said });
  await closeMeeting(house, actor, { meetingId, pending: "all" });
}

describe("leaves no trace", () => {
  it("a whole meeting, rehearsed and ended, changes no row of the real house, tells no real room and leaves no file", async () => {
    const { real, files } = stage;
    const [rows, there, told] = [JSON.stringify(await everything(real)), files(), real.published.length];
    const { house, run } = await stage.rehearse();
    await holdMeeting(house);
    const { poll, meeting } = await meetingSnapshot(house, run.code);
    expect(meeting.state).toBe("closed");
    // The premise: something was rehearsed.
    expect(poll?.result?.cast).toBeGreaterThan(5);
    expect(JSON.stringify(await everything(real))).toBe(rows);
    // The copy holds the real meeting's neighbours by their own ids: what becomes of them there is nobody's business here.
    house.publish(stage.room.meetingId, "everyone");
    await endTrialRun(house, actor);
    expect(JSON.stringify(await everything(real))).toBe(rows);
    expect(files().filter((name) => name !== "trial-runs")).toEqual(there);
    const heard = new Set(real.published.slice(told).map(({ meetingId }) => meetingId));
    expect([...heard]).toEqual([run.meetingId]);
    expect(stage.left).toEqual([run.meetingId]);
  });

  it("makes no paper of what was only rehearsed", async () => {
    const { house, run } = await stage.rehearse();
    const made = meetingDocument(house, actor, run.code, "attendance-sheet");
    expect(await refusalOf(made)).toMatchObject({ word: "trial-run" });
    expect(await refusalOf(house.typeset({} as never, "community"))).toMatchObject({ word: "trial-run" });
  });

  it("is swept away where a killed process left it", async () => {
    const { run } = await stage.rehearse();
    expect(stage.files().filter((name) => name.endsWith("trial.db"))).toHaveLength(1);
    sweepTrialRuns(stage.real.config);
    expect(stage.files().filter((name) => name.startsWith("trial-runs"))).toEqual([]);
    await run.end();
  });

  it("ends by itself after three hours", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { code } = await stage.rehearse();
      await vi.advanceTimersByTimeAsync(3 * 3_600_000 - 1000);
      expect(stage.trials.houses.of(code)).not.toBe(stage.real);
      await vi.advanceTimersByTimeAsync(2000);
      expect(stage.trials.houses.of(code)).toBe(stage.real);
      await vi.waitFor(() => expect(stage.files().filter((name) => name.endsWith("trial.db"))).toEqual([]));
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("takes along only what it needs", () => {
  it("no phone number, contact, account, session, token, journal or other community", async () => {
    const { real, room } = stage;
    await real.db.write(async (db) => {
      const { person } = db.tables;
      await db.update(person).set({ phone: "13905320001" });
    });
    const contacts = { contact: "徐静", contactPhone: "0532-55500101", supervisionPhone: "0532-55500110" };
    await real.db.write((db) => saveCommunity(db, actor.communityId, { settings: contacts }));
    await makeApiToken(real, actor, "平台");
    await seedCommunity(real, { community: "南山社区", username: "nanshan" });
    const { house } = await stage.rehearse();
    const rows = await everything(house);
    for (const table of ["staff", "session", "api_token", "journal", "speech", "ballot", "claim"]) {
      expect(rows[table], table).toEqual([]);
    }
    const bytes = ["", "-wal"]
      .map((end) => readFileSync(`${house.config.databaseFile}${end}`).toString("latin1"))
      .join();
    for (const word of ["13905320001", "0532-555", "argon2", "南山社区", "zhoulan"]) {
      expect(bytes.includes(Buffer.from(word).toString("latin1")), word).toBe(false);
    }
    // The premise: these words would be found if they were there.
    expect(bytes.includes(Buffer.from("【彩排】").toString("latin1"))).toBe(true);
    expect(rows.attendee).toHaveLength((await everything(real)).attendee?.length ?? -1);
    expect(room.meetingId).not.toBe(house.trialRun?.meetingId);
  });

  it("says of every table whether it is copied", async () => {
    const tables = await stage.real.db.read(async (db) => Object.keys(db.tables));
    expect([...COPIED, ...LEFT_OUT].sort()).toEqual(tables.sort());
  });

  it("for the server's own account alone", async () => {
    const { house } = await stage.rehearse();
    const { databaseFile } = house.config;
    for (const file of [databaseFile, `${databaseFile}-wal`]) expect(statSync(file).mode & 0o777, file).toBe(0o600);
    expect(statSync(dirname(databaseFile)).mode & 0o777).toBe(0o700);
  });
});

describe("neither opens the other", () => {
  it("slips, device keys, screen keys and the six figures", async () => {
    const { real, room } = stage;
    const { house, run, code } = await stage.rehearse();
    const person = room.community.people.liu.id;
    const realCode = (await room.meeting()).code;
    const device = { id: "one and the same phone" };
    const slips = { real: slipOf(real, room.meetingId, person), trial: slipOf(house, run.meetingId, person) };
    const own = await checkIn(house, { code, token: slips.trial, device });
    const theirs = await checkIn(real, { code: realCode, token: slips.real, device });
    const crossed = (at: House, asked: { code: string; token: string }) =>
      refusalOf(checkIn(at, { ...asked, device: { id: "another" } }));
    expect(await crossed(house, { code, token: slips.real })).toMatchObject({ word: "not-on-roll" });
    expect(await crossed(real, { code: realCode, token: slips.trial })).toMatchObject({ word: "not-on-roll" });
    expect(await crossed(real, { code, token: slips.trial })).toMatchObject({ word: "unknown-meeting" });
    expect(await crossed(house, { code: realCode, token: slips.real })).toMatchObject({ word: "unknown-meeting" });
    expect(await findVoterByKey(real, theirs.key)).not.toBeNull();
    expect(await findVoterByKey(house, own.key)).not.toBeNull();
    expect(await findVoterByKey(house, theirs.key)).toBeNull();
    expect(await findVoterByKey(real, own.key)).toBeNull();
    expect(screenKey(house, run.meetingId)).not.toBe(screenKey(real, run.meetingId));
    const figures = Array.from({ length: 3 }, (_, minute) => {
      real.at(new Date(real.clock().getTime() + minute * 60_000));
      return [currentRoomCode(house, run.meetingId).code, currentRoomCode(real, room.meetingId).code];
    });
    expect(figures.some(([trial, there]) => trial !== there)).toBe(true);
  });

  it("codes can never be taken for one another", async () => {
    const { code } = await stage.rehearse();
    expect(isTrialCode(code)).toBe(true);
    expect(isTrialCode((await stage.room.meeting()).code)).toBe(false);
    expect(await refusalOf(meetingSnapshot(stage.real, code))).toMatchObject({ word: "unknown-meeting" });
  });
});

describe("belongs to the community's own staff", () => {
  it("who sign in to the real house, and are out as soon as they signed out there", async () => {
    const { real, room } = stage;
    const { value } = await signIn(real, {
      username: room.community.username,
      password: PASSWORD,
      userAgent: "",
      days: 1,
    });
    const { house } = await stage.rehearse();
    expect(await findStaffBySession(house, value)).toMatchObject({ staffId: actor.staffId });
    await signOut(real, actor, value);
    expect(await findStaffBySession(house, value)).toBeNull();
  });

  it("and to nobody else's", async () => {
    const { real, room } = stage;
    const hill = await seedCommunity(real, { community: "南山社区", username: "nanshan" });
    const notFound = { word: "not-found" };
    expect(await refusalOf(startTrialRun(real, hill.actor, room.meetingId))).toMatchObject(notFound);
    const { house, code } = await stage.rehearse();
    expect(await refusalOf(meetingRoom(house, hill.actor, code))).toMatchObject(notFound);
    expect(await refusalOf(letPhonesArrive(house, hill.actor, 3))).toMatchObject(notFound);
    expect(await refusalOf(endTrialRun(house, hill.actor))).toMatchObject(notFound);
    expect(stage.trials.houses.of(code)).toBe(house);
  });

  it("for a meeting that has not begun, once at a time", async () => {
    const { real, room } = stage;
    const both = await Promise.all([stage.rehearse(), stage.rehearse()]);
    expect(both[0]?.code).toBe(both[1]?.code);
    const house = both[0]?.house as House;
    expect(await refusalOf(startTrialRun(house, actor, house.trialRun?.meetingId ?? ""))).toMatchObject({
      word: "wrong-state",
    });
    await openMeeting(real, actor, { meetingId: room.meetingId });
    expect(await refusalOf(startTrialRun(real, actor, room.meetingId))).toMatchObject({ word: "wrong-state" });
  });
});

it("a page that comes too late hears that the meeting is gone", async () => {
  const { house, run, code } = await stage.rehearse();
  await run.end();
  expect(existsSync(house.config.dataDir)).toBe(false);
  expect(await refusalOf(meetingSnapshot(house, code))).toMatchObject({ word: "unknown-meeting" });
  expect(stage.trials.runningOf(stage.room.meetingId)).toBeNull();
  const again = await stage.rehearse();
  expect(again.code).not.toBe(code);
});

it("keeps a timetable of its own: a poll that closes itself does so in the rehearsal", async () => {
  const { house, run, code } = await stage.rehearse();
  await letPhonesArrive(house, actor, 100);
  await stage.pace.run();
  await openMeeting(house, actor, { meetingId: run.meetingId });
  const asked = { meetingId: run.meetingId, question: "换不换灯", mode: "named", ruleId: RULE } as const;
  await openPoll(house, actor, { ...asked, minutes: 1, closesItself: true });
  stage.real.at(new Date(stage.real.clock().getTime() + 71_000));
  house.publish(run.meetingId, "room");
  await vi.waitFor(async () => expect((await meetingSnapshot(house, code)).poll?.state).toBe("closed"), 5000);
});

it("stops the phones in the middle, and leaves them where they are", async () => {
  const { run } = await stage.rehearse();
  await run.phones.arrive(100);
  expect(stage.pace.waiting()).toBe(run.phones.state().arriving);
  run.phones.stop();
  expect(stage.pace.waiting()).toBe(0);
  expect(run.phones.state()).toEqual({ arrived: 0, arriving: 0, poll: null });
  await run.phones.arrive(3);
  await stage.pace.run();
  expect(run.phones.state()).toMatchObject({ arrived: 3, arriving: 0 });
});

it("simulated phones exist in a rehearsal alone", async () => {
  const { real, room, pace } = stage;
  expect(() => simulatePhones(real, { id: room.meetingId, code: "" }, pace)).toThrow("belong to a rehearsal");
  expect(await refusalOf(letPhonesArrive(real, actor, 3))).toMatchObject({ word: "not-found" });
  expect(await refusalOf(letPhonesVote(real, actor, { leaning: "mixed" }))).toMatchObject({ word: "not-found" });
});
