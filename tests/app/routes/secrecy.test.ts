import { afterEach, beforeAll, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { enterCount } from "#app/commands/enter-count.ts";
import { makeHelperDeviceHere } from "#app/commands/helper-device.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { digest } from "#app/domain/digest.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { Actor } from "#app/house.ts";
import { insertSession } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, arriveAsVoter } from "#tests/meeting.ts";
import type { CastMember } from "#tests/people.ts";
import { openRoom } from "../commands/room.ts";
import { ask, everyRoute, everything, type Holder, inPlainWords, pathOf, readable } from "./every-route.ts";

/**
 * Two meetings that are the same in everything but how their people vote. While the poll is open nothing that anybody is told, and nothing
 * that is kept beside the box, may differ between them; afterwards only the result may.
 */

const VOTERS: CastMember[] = ["chen", "liu", "wang", "li", "zhang", "household", "secretary"];
const SESSION = "a session both meetings know";

// Every page once: what that takes is no test's time.
beforeAll(async () => void (await everyRoute()), 60_000);

let houses: TestHouse[] = [];
afterEach(async () => {
  await Promise.all(houses.map((house) => house.close()));
  houses = [];
});

type Told = { loaders: Record<string, unknown>; kept: Record<string, unknown[]>; choices: string[] };

/** A meeting in which these people vote like this: what every reader is told then, and what the database holds. */
async function meetingThatVotes(choices: string[], mode: PollMode, closed: boolean): Promise<Told> {
  const house = openTestHouse();
  houses.push(house);
  inPlainWords(house);
  const room = await openRoom(house);
  const { community, meetingId } = room;
  const item = await room.discuss(2);
  const { code } = await room.meeting();
  const meeting = { id: meetingId, code };
  const voters = [];
  for (const who of VOTERS) voters.push(await arriveAsVoter(house, meeting, community.people[who].id));
  const question = "是否同意修路灯";
  const asked = { meetingId, question, mode, ruleId: "resident-representatives", agendaItemId: item.id };
  const { id: pollId } = await openPoll(house, community.actor, asked);
  if (!takesPhones({ mode })) await countedBy(["李华", "王强"], house, community.actor, pollId, choices);
  for (const [n, choice] of takesPhones({ mode }) ? choices.entries() : []) {
    const voter = voters[n];
    if (voter) expect(await castBallot(house, voter, { pollId, choice })).toEqual({ status: "recorded" });
  }
  if (closed) await closePoll(house, community.actor, pollId);
  const createdAt = house.clock();
  const expiresAt = new Date(createdAt.getTime() + 86_400_000);
  const session = { id: digest(SESSION), staffId: community.staffId, createdAt, expiresAt, userAgent: "" };
  await house.db.write((db) => insertSession(db, session));
  const { key } = await arrive(house, meeting, community.people.chen.id);
  const tablet = await makeHelperDeviceHere(house, community.actor, code);
  const holders: Record<string, Holder> = {
    staff: { staff: SESSION },
    voter: { voter: key },
    program: { bearer: key },
    helper: { helper: tablet.key },
    anyone: {},
  };
  const loaders: Record<string, unknown> = {};
  for (const [file, { loader }] of await everyRoute()) {
    for (const [who, holder] of Object.entries(holders)) {
      const id = file.includes("poll") ? pollId : (item.issueId ?? "");
      if (!loader) continue;
      // All other papers lie in the archives.
      const params = { code, id, file: "minutes.docx", period: "2026-11" };
      loaders[`${file} ${who}`] = readable(await ask(house, loader, holder, { params, path: pathOf(file) }));
    }
  }
  const { staff: _hash, ...kept } = await everything(house);
  return { loaders, kept, choices };
}

/** Both tellers enter the count; papers are all collected. */
async function countedBy(tellers: string[], house: TestHouse, actor: Actor, pollId: string, choices: string[]) {
  const of = (id: string) => choices.filter((choice) => choice === id).length;
  const votes = { for: of("for"), against: of("against"), abstain: of("abstain"), invalid: 0 };
  for (const [n, teller] of tellers.entries()) {
    const { status } = await enterCount(house, actor, {
      pollId,
      teller,
      ...votes,
      issued: 7,
      collected: choices.length,
    });
    expect(status).toBe(n === 0 ? "waiting" : "agreed");
  }
}

const AYES = ["for", "for", "for", "for", "for", "for"];
const NOES = ["against", "abstain", "against", "for", "against", "abstain"];

it.each(["secret", "named"] as const)(
  "threat: early results: of an open %s poll nobody is told anything but the turnout",
  async (mode) => {
    const [ayes, noes] = [await meetingThatVotes(AYES, mode, false), await meetingThatVotes(NOES, mode, false)];
    expect(Object.keys(ayes.loaders).length).toBeGreaterThan(100);
    expect(noes.loaders).toEqual(ayes.loaders);
    const { ballot: ayeBallots, ...ayeRest } = ayes.kept;
    const { ballot: noBallots, ...noRest } = noes.kept;
    expect(noRest).toEqual(ayeRest);
    expect(noBallots).not.toEqual(ayeBallots);
  },
);

it.each(["hands", "paper"] as const)(
  "threat: early results: of an open poll by %s nobody is told what both tellers entered",
  async (mode) => {
    const [ayes, noes] = [await meetingThatVotes(AYES, mode, false), await meetingThatVotes(NOES, mode, false)];
    expect(noes.loaders).toEqual(ayes.loaders);
    const { teller_count: ayeCounts, ...ayeRest } = ayes.kept;
    const { teller_count: noCounts, ...noRest } = noes.kept;
    expect(noRest).toEqual(ayeRest);
    expect(noCounts).not.toEqual(ayeCounts);
  },
);

it("threat: row order or time reveals who chose what: of a closed secret poll the figures are told, and never who cast what", async () => {
  // The same figures, each person's choice moved to another.
  const turned = [...NOES.slice(1), ...NOES.slice(0, 1)];
  const [told, other] = [await meetingThatVotes(NOES, "secret", true), await meetingThatVotes(turned, "secret", true)];
  expect(other.loaders).toEqual(told.loaders);
  const { ballot: ballots = [], ...rest } = told.kept;
  const { ballot: _other, ...otherRest } = other.kept;
  expect(otherRest).toEqual(rest);
  for (const row of ballots)
    expect(Object.keys(row as object).sort()).toEqual(["choice", "id", "item", "person_id", "poll_id"]);
  expect(ballots.map((row) => (row as { person_id: unknown }).person_id)).toEqual(ballots.map(() => null));
});
