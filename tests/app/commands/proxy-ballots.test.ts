import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assistBallot } from "#app/commands/assist-ballot.ts";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { rebindDevice } from "#app/commands/check-in.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { makeHelperDeviceHere } from "#app/commands/helper-device.ts";
import { issuePaper } from "#app/commands/issue-paper.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { registerProxy } from "#app/commands/proxies.ts";
import type { Voter } from "#app/house.ts";
import { findHelperByKey } from "#app/queries/helper-devices.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { proxyText } from "#app/text/proxy.ts";
import { journalOf } from "#db/journal.ts";
import { saveBody, saveMeeting } from "#db/stores/meeting.ts";
import { ballotsOf, claimants } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { openTestHouse } from "#tests/house.ts";
import { addVoters, arriveAsVoter, meetingInSession } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { AUTHORITY, ELECTION, openProxyRoom, type ProxyRoom } from "./proxy-room.ts";
import { must } from "./room.ts";

let hall: ProxyRoom;
beforeEach(async () => {
  hall = await openProxyRoom();
});
afterEach(() => hall.house.close());

describe("voting for a principal", () => {
  let liu: Voter;
  beforeEach(async () => {
    await hall.fill(["zhang", "wang", "liu"]);
    liu = await hall.comes("liu");
    await hall.register("zhang", "liu");
  });

  it("is one more ballot, once, and counts among those present", async () => {
    const pollId = await hall.poll();
    expect(await hall.cast(liu, pollId, "for")).toBe("recorded");
    expect(await hall.cast(liu, pollId, "against", "zhang")).toBe("recorded");
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("already-recorded");
    expect((await hall.box(pollId)).map(({ choice, personId }) => [choice, personId]).sort()).toEqual([
      ["against", null],
      ["for", null],
    ]);
    expect(await closePoll(hall.house, hall.community.actor, pollId)).toMatchObject({ cast: 2, present: 9, due: 10 });
  });

  it("in a named poll is the principal's ballot, to be changed until closing", async () => {
    const pollId = await hall.poll({ mode: "named", ruleId: "collective-assembly" });
    await hall.cast(liu, pollId, "against", "zhang");
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("already-recorded");
    expect(await hall.box(pollId)).toMatchObject([{ choice: "for", personId: hall.id("zhang") }]);
  });

  it("is never for more people than the poll's own rule lets one stand for, however many the body's does", async () => {
    const { house, community, meeting } = hall;
    const bodyThen = { name: "成员大会", methodId: "roundtable", ruleId: "collective-assembly" };
    await house.db.write((db) => saveMeeting(db, meeting.id, { bodyThen }));
    for (const principal of ["wang", "chen", "li", "zhao"] as const) {
      if (principal !== "wang") await hall.tick(principal, false);
      house.at(new Date(house.clock().getTime() + 60_000));
      const names = { principal: hall.id(principal), holder: hall.id("liu") };
      await registerProxy(house, community.actor, {
        meetingId: meeting.id,
        ...names,
        authority: AUTHORITY,
        household: true,
      });
    }
    const few = await hall.poll();
    const told = await meetingSnapshot(house, meeting.code, liu);
    expect(told.poll?.proxies).toHaveLength(3);
    const answers = [];
    for (const principal of ["zhang", "wang", "chen", "li", "zhao"] as const)
      answers.push(await hall.cast(liu, few, "for", principal));
    expect(answers).toEqual(["recorded", "recorded", "recorded", "not-entitled", "not-entitled"]);
    const { key } = await makeHelperDeviceHere(house, community.actor, meeting.code);
    const helper = must((await findHelperByKey(house, key)) ?? undefined);
    const carried = assistBallot(house, helper, { pollId: few, personId: hall.id("li"), choice: "for" });
    expect(await carried).toEqual({ status: "not-entitled" });
    await closePoll(house, community.actor, few);
    const many = await hall.poll({ ruleId: "collective-assembly" });
    expect(await hall.cast(liu, many, "for", "zhao")).toBe("recorded");
  });

  it("is nobody else's, and the holder's only as long as the holder may vote", async () => {
    const pollId = await hall.poll();
    const wang = await hall.comes("wang");
    expect(await hall.cast(wang, pollId, "for", "zhang")).toBe("not-entitled");
    expect(await hall.cast(liu, pollId, "for", "wang")).toBe("not-entitled");
    expect(await hall.cast(liu, pollId, "for", "observer")).toBe("not-entitled");
    await rebindDevice(hall.house, hall.community.actor, hall.meeting.id, hall.id("liu"));
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    liu = await hall.comes("liu");
    await hall.tick("liu", false);
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    await hall.tick("liu", true);
    await hall.withdraw("zhang");
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    expect(await hall.box(pollId)).toEqual([]);
  });

  it("is refused where the poll's own rule knows no proxies, on phone and on paper", async () => {
    const pollId = await hall.poll({ ruleId: "resident-representatives", alsoPaper: true });
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    const paper = issuePaper(hall.house, hall.community.actor, { pollId, personId: hall.id("zhang"), issued: true });
    expect(await refusalOf(paper)).toMatchObject({ word: "not-entitled" });
    expect(await hall.cast(liu, pollId, "for")).toBe("recorded");
    // Nor does anybody count as 到会 who is only represented: nine came, of whom one through the holder.
    expect((await meetingSnapshot(hall.house, hall.meeting.code)).poll?.entitled).toBe(8);
    expect(await closePoll(hall.house, hall.community.actor, pollId)).toMatchObject({ present: 8, cast: 1 });
  });

  it("at the table too: a helper casts for who is represented only where the holder might", async () => {
    const key = (await makeHelperDeviceHere(hall.house, hall.community.actor, hall.meeting.code)).key;
    const helper = must((await findHelperByKey(hall.house, key)) ?? undefined);
    const assist = (pollId: string) =>
      assistBallot(hall.house, helper, { pollId, personId: hall.id("zhang"), choice: "for" });
    const first = await hall.poll({ ruleId: "resident-representatives" });
    expect(await assist(first)).toEqual({ status: "not-entitled" });
    await closePoll(hall.house, hall.community.actor, first);
    const second = await hall.poll();
    expect(await assist(second)).toEqual({ status: "recorded" });
    expect(await hall.cast(liu, second, "against", "zhang")).toBe("already-recorded");
  });

  it("is told in the entry of each opening that goes by such a rule", async () => {
    const told = async (pollId: string) =>
      (await hall.house.db.read((db) => journalOf(db, pollId))).find(({ act }) => act === "open-poll")?.data;
    const first = await hall.poll();
    expect(await told(first)).toMatchObject({ present: 9, proxies: [{ principal: "张海波", holder: "刘桂芳" }] });
    await closePoll(hall.house, hall.community.actor, first);
    expect(await told(await hall.poll({ ruleId: "resident-representatives" }))).not.toHaveProperty("proxies");
  });

  it("is refused to a holder who came to stand on the ballot", async () => {
    const items = [
      { label: "刘桂芳", personId: hall.id("liu") },
      { label: "陈建平", personId: hall.id("chen") },
    ];
    const pollId = await hall.poll({ items });
    expect(await hall.cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    expect((await meetingSnapshot(hall.house, hall.meeting.code, liu)).poll?.proxies).toBeUndefined();
  });

  it("keeps the holder there, and the authority, once it was used", async () => {
    const pollId = await hall.poll();
    await hall.cast(liu, pollId, "for", "zhang");
    const said = proxyText.castAbsent("刘桂芳", "张海波");
    expect(await refusalOf(hall.tick("liu", false))).toMatchObject({ details: [{ message: said }] });
    expect(await refusalOf(hall.withdraw("zhang"))).toMatchObject({ details: [{ message: proxyText.cast("张海波") }] });
    // Who comes after all votes themselves from the next poll on; this one has their ballot.
    const zhang = await hall.comes("zhang");
    expect(await hall.pairs()).toEqual([]);
    expect(await hall.cast(zhang, pollId, "against")).toBe("already-recorded");
    expect(await hall.box(pollId)).toHaveLength(1);
  });

  it("is told to the holder's phone alone, never what was chosen", async () => {
    await hall.poll();
    const seen = async (voter: Voter | null) =>
      (await meetingSnapshot(hall.house, hall.meeting.code, voter)).poll?.proxies;
    expect(await seen(liu)).toEqual([{ personId: hall.id("zhang"), name: "张海波", mine: "none" }]);
    expect(await seen(await hall.comes("wang"))).toBeUndefined();
    expect(await seen(null)).toBeUndefined();
    const [{ id: pollId } = { id: "" }] = await hall.house.db.read((db) => db.select().from(db.tables.poll));
    await hall.cast(liu, pollId, "against", "zhang");
    expect(await seen(liu)).toEqual([{ personId: hall.id("zhang"), name: "张海波", mine: "recorded" }]);
  });
});

it("one ballot, whoever is first: forty principals' own phones against their holders', all at once", async () => {
  const crowded = openTestHouse();
  const lake = await seedCommunity(crowded);
  await crowded.db.write((db) => saveBody(db, lake.bodyId, { ruleId: ELECTION }));
  await addVoters(crowded, lake, 80);
  const room = await meetingInSession(crowded, lake);
  const roll = await crowded.db.read((db) => attendeesOf(db, room.id));
  const numbered = (n: number) => must(roll.find(({ name }) => name === `居民${n}`)).personId;
  const races: { principal: string; holder: Voter }[] = [];
  for (let n = 1; n <= 80; n += 2) {
    const [principal, holder] = [numbered(n), numbered(n + 1)];
    await registerProxy(crowded, lake.actor, { meetingId: room.id, principal, holder, authority: AUTHORITY });
    races.push({ principal, holder: await arriveAsVoter(crowded, room, holder) });
  }
  const asked = { meetingId: room.id, question: "选谁?", mode: "secret", ruleId: ELECTION } as const;
  const { id: pollId } = await openPoll(crowded, lake.actor, asked);
  const outcomes = await Promise.all(
    races.map(async ({ principal, holder }, n) => {
      const own = async () => {
        const voter = await arriveAsVoter(crowded, room, principal);
        return (await castBallot(crowded, voter, { pollId, choice: "for" })).status;
      };
      const theirs = async () => {
        // Some holders a moment later, so that each side wins some.
        if (n % 2) await crowded.db.read(async () => undefined);
        return (await castBallot(crowded, holder, { pollId, choice: "against", forId: principal })).status;
      };
      return n % 4 < 2
        ? Promise.all([own(), theirs()])
        : Promise.all([theirs(), own()]).then(([b, a]) => [a, b] as const);
    }),
  );
  const won = { own: 0, holder: 0 };
  for (const [own, theirs] of outcomes) {
    expect(
      [own, theirs].filter((status) => status === "recorded"),
      `${own} ${theirs}`,
    ).toHaveLength(1);
    if (own === "recorded") {
      expect(["not-entitled", "already-recorded"]).toContain(theirs);
      won.own += 1;
    } else {
      expect(own).toBe("already-recorded");
      won.holder += 1;
    }
  }
  const ballots = await crowded.db.read((db) => ballotsOf(db, pollId));
  expect(ballots).toHaveLength(40);
  expect(ballots.filter(({ choice }) => choice === "for")).toHaveLength(won.own);
  expect((await crowded.db.read((db) => claimants(db, pollId))).sort()).toEqual(
    races.map(({ principal }) => principal).sort(),
  );
  expect(Math.min(won.own, won.holder), JSON.stringify(won)).toBeGreaterThan(0);
  await crowded.close();
});
