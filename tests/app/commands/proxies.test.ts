import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assistBallot } from "#app/commands/assist-ballot.ts";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { rebindDevice } from "#app/commands/check-in.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import type { PollInput } from "#app/commands/draft-poll.ts";
import { makeHelperDeviceHere } from "#app/commands/helper-device.ts";
import { issuePaper } from "#app/commands/issue-paper.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { registerProxy, withdrawProxy } from "#app/commands/proxies.ts";
import type { Voter } from "#app/house.ts";
import { findHelperByKey } from "#app/queries/helper-devices.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { proxyText } from "#app/text/proxy.ts";
import { journalOf } from "#db/journal.ts";
import { saveBody, saveMeeting } from "#db/stores/meeting.ts";
import { ballotsOf, claimants } from "#db/stores/poll.ts";
import { proxiesOf } from "#db/stores/proxy.ts";
import { attendeeOf, attendeesOf, countAttendance } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { addVoters, arrive, arriveAsVoter, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must, openRoom } from "./room.ts";

const ELECTION = "committee-election";
const AUTHORITY = "2026年11月20日书面委托，原件存社区";

let house: TestHouse;
let community: SeededCommunity;
let meeting: MeetingInSession;

beforeEach(async () => {
  house = openTestHouse();
  community = await seedCommunity(house);
  await house.db.write((db) => saveBody(db, community.bodyId, { ruleId: ELECTION }));
  meeting = await meetingInSession(house, community);
});
afterEach(() => house.close());

const id = (member: CastMember) => community.people[member].id;
const line = async (member: CastMember) => must(await house.db.read((db) => attendeeOf(db, meeting.id, id(member))));
const present = async () => (await house.db.read((db) => countAttendance(db, meeting.id))).present;
const pairs = async () =>
  (await house.db.read((db) => proxiesOf(db, meeting.id))).map(({ principal, holder }) => [
    principal.name,
    holder.name,
  ]);
const register = (principal: CastMember, holder: CastMember, authority = AUTHORITY) => {
  const names = { principal: id(principal), holder: id(holder) };
  return registerProxy(house, community.actor, { meetingId: meeting.id, ...names, authority });
};
const withdraw = (principal: CastMember) =>
  withdrawProxy(house, community.actor, { meetingId: meeting.id, principalId: id(principal) });
const tick = (member: CastMember, here: boolean) =>
  markAttendance(house, community.actor, { meetingId: meeting.id, personId: id(member), present: here });
const comes = (member: CastMember) => arriveAsVoter(house, meeting, id(member));
const journal = async (member: CastMember) =>
  (await house.db.read((db) => journalOf(db, id(member)))).map(({ act, data }) => ({ act, data }));

async function poll(more: Partial<PollInput> = {}): Promise<string> {
  const asked = { meetingId: meeting.id, question: "是否同意选张海波?", mode: "secret", ruleId: ELECTION } as const;
  return (await openPoll(house, community.actor, { ...asked, ...more })).id;
}
/** Everybody who could be there, so that each rule has its quorum. */
async function fill(but: CastMember[]): Promise<void> {
  const voters: CastMember[] = ["secretary", "household", "chen", "liu", "wang", "li", "zhang", "zhao", "sun", "wu"];
  for (const member of voters) if (!but.includes(member)) await tick(member, true);
}
const cast = (voter: Voter, pollId: string, choice: string, member?: CastMember) =>
  castBallot(house, voter, { pollId, choice, forId: member && id(member) }).then(({ status }) => status);
const box = async (pollId: string) => house.db.read((db) => ballotsOf(db, pollId));

describe("presence", () => {
  it("a principal is there with the holder: from the holder's coming to their going", async () => {
    await register("zhang", "liu");
    expect(await line("zhang")).toMatchObject({ presentAt: null, via: null });
    await comes("liu");
    expect(await line("zhang")).toMatchObject({ presentAt: house.clock(), via: "proxy" });
    expect(await present()).toBe(2);
    await tick("liu", false);
    expect(await line("zhang")).toMatchObject({ presentAt: null, via: null });
    await tick("liu", true);
    expect(await present()).toBe(2);
  });

  it("one registered while the holder is there counts at once, and no longer once withdrawn; twice is once", async () => {
    await comes("liu");
    await register("zhang", "liu");
    expect(await line("zhang")).toMatchObject({ via: "proxy" });
    await withdraw("zhang");
    await withdraw("zhang");
    expect(await line("zhang")).toMatchObject({ presentAt: null, via: null });
    expect((await journal("zhang")).map(({ act }) => act)).toEqual(["register-proxy", "withdraw-proxy"]);
    expect((await journal("zhang"))[0]?.data).toMatchObject({
      principal: "张海波",
      holder: "刘桂芳",
      authority: AUTHORITY,
    });
  });

  it.each([
    ["checks in by phone", () => comes("zhang"), "token"],
    ["is ticked at the desk", () => tick("zhang", true), "desk"],
  ])(
    "a principal who %s votes themselves: the authority falls away, and the journal says why",
    async (_how, come, via) => {
      await comes("liu");
      await register("zhang", "liu");
      house.published.length = 0;
      await come();
      expect(await pairs()).toEqual([]);
      expect(await line("zhang")).toMatchObject({ via });
      expect(await journal("zhang")).toContainEqual({
        act: "withdraw-proxy",
        data: expect.objectContaining({ cause: "in-person", holder: "刘桂芳" }),
      });
      // The holder's phone must stop offering a vote that is no longer theirs.
      expect(house.published).toContainEqual({ meetingId: meeting.id, concern: "everyone" });
      await tick("liu", false);
      expect(await line("zhang")).toMatchObject({ via });
    },
  );

  it("whoever is represented cannot be ticked absent, and whoever came cannot be represented", async () => {
    await comes("liu");
    await register("zhang", "liu");
    const said = proxyText.represented("张海波", "刘桂芳");
    expect(await refusalOf(tick("zhang", false))).toMatchObject({ word: "wrong-state", details: [{ message: said }] });
    await comes("wang");
    expect(await refusalOf(register("wang", "liu"))).toMatchObject({ details: [{ field: "principal" }] });
  });

  it("frees the phone that a principal had checked in with: to vote they check in anew, which ends the authority", async () => {
    await fill(["zhang", "liu"]);
    const zhang = await comes("zhang");
    await tick("zhang", false);
    await comes("liu");
    await register("zhang", "liu");
    const pollId = await poll();
    expect(await cast(zhang, pollId, "for")).toBe("not-entitled");
    expect(await findVoterByKey(house, (await arrive(house, meeting, id("zhang"))).key)).not.toBeNull();
    expect(await pairs()).toEqual([]);
    expect(await cast(await comes("zhang"), pollId, "for")).toBe("recorded");
  });

  it("ends where the body's rule came to know no proxies before the meeting opened", async () => {
    const other = openTestHouse();
    const room = await openRoom(other, { opened: false, present: [] });
    const { actor, bodyId, people } = room.community;
    const rule = (ruleId: string) => other.db.write((db) => saveBody(db, bodyId, { ruleId }));
    const zhang = () => other.db.read((db) => attendeeOf(db, room.meetingId, people.zhang.id));
    await rule(ELECTION);
    const asked = { principal: "张海波", holder: "刘桂芳（2号楼）", authority: AUTHORITY };
    await registerProxy(other, actor, { meetingId: room.meetingId, ...asked });
    await markAttendance(other, actor, { meetingId: room.meetingId, personId: people.liu.id, present: true });
    expect(await zhang()).toMatchObject({ via: "proxy" });
    await rule("resident-representatives");
    await openMeeting(other, actor, { meetingId: room.meetingId });
    expect(await zhang()).toMatchObject({ presentAt: null, via: null });
    await other.close();
  });
});

describe("registering", () => {
  it("needs a rule that knows proxies, and says which does not", async () => {
    await house.db.write((db) =>
      saveMeeting(db, meeting.id, {
        bodyThen: { name: "居民代表会议", methodId: "roundtable", ruleId: "resident-representatives" },
      }),
    );
    const refusal = await refusalOf(register("zhang", "liu"));
    expect(refusal).toEqual({
      word: "invalid-value",
      details: [{ field: "rule", message: proxyText.notInRule("居民代表会议") }],
    });
  });

  it("keeps no ID number, neither on the line nor in the journal", async () => {
    const refusal = await refusalOf(register("zhang", "liu", "身份证 110101199003071234"));
    expect(refusal).toMatchObject({ details: [{ field: "authority", message: expect.stringContaining("身份证") }] });
    expect(await pairs()).toEqual([]);
    expect(await journal("zhang")).toEqual([]);
  });

  it("takes at most three, by whichever desk comes first", async () => {
    const all = (["zhang", "wang", "li", "zhao"] as const).map((member) => register(member, "liu"));
    const done = await Promise.allSettled(all);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await pairs()).toHaveLength(3);
  });

  it("takes no candidate of a poll to come for a holder", async () => {
    await fill(["zhang"]);
    const items = [{ label: "刘桂芳", personId: id("liu") }];
    await poll({ items });
    expect(await refusalOf(register("zhang", "liu"))).toMatchObject({ details: [{ field: "holder" }] });
  });

  it("belongs to the community's own staff, in a meeting that is not over", async () => {
    const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
    const asked = { meetingId: meeting.id, principal: id("zhang"), holder: id("liu"), authority: AUTHORITY };
    expect(await refusalOf(registerProxy(house, other.actor, asked))).toMatchObject({ word: "not-found" });
    await register("zhang", "liu");
    const theirs = { meetingId: meeting.id, principalId: id("zhang") };
    expect(await refusalOf(withdrawProxy(house, other.actor, theirs))).toMatchObject({ word: "not-found" });
    await closeMeeting(house, community.actor, { meetingId: meeting.id, pending: "all" });
    expect(await refusalOf(register("wang", "liu"))).toMatchObject({ word: "wrong-state" });
    expect(await refusalOf(withdraw("zhang"))).toMatchObject({ word: "wrong-state" });
  });
});

describe("voting for a principal", () => {
  let liu: Voter;
  beforeEach(async () => {
    await fill(["zhang", "wang", "liu"]);
    liu = await comes("liu");
    await register("zhang", "liu");
  });

  it("is one more ballot, once, and counts among those present", async () => {
    const pollId = await poll();
    expect(await cast(liu, pollId, "for")).toBe("recorded");
    expect(await cast(liu, pollId, "against", "zhang")).toBe("recorded");
    expect(await cast(liu, pollId, "for", "zhang")).toBe("already-recorded");
    expect((await box(pollId)).map(({ choice, personId }) => [choice, personId]).sort()).toEqual([
      ["against", null],
      ["for", null],
    ]);
    expect(await closePoll(house, community.actor, pollId)).toMatchObject({ cast: 2, present: 9, due: 10 });
  });

  it("in a named poll is the principal's ballot, to be changed until closing", async () => {
    const pollId = await poll({ mode: "named" });
    await cast(liu, pollId, "against", "zhang");
    expect(await cast(liu, pollId, "for", "zhang")).toBe("already-recorded");
    expect(await box(pollId)).toMatchObject([{ choice: "for", personId: id("zhang") }]);
  });

  it("is nobody else's, and the holder's only as long as the holder may vote", async () => {
    const pollId = await poll();
    const wang = await comes("wang");
    expect(await cast(wang, pollId, "for", "zhang")).toBe("not-entitled");
    expect(await cast(liu, pollId, "for", "wang")).toBe("not-entitled");
    expect(await cast(liu, pollId, "for", "observer")).toBe("not-entitled");
    await rebindDevice(house, community.actor, meeting.id, id("liu"));
    expect(await cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    liu = await comes("liu");
    await tick("liu", false);
    expect(await cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    await tick("liu", true);
    await withdraw("zhang");
    expect(await cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    expect(await box(pollId)).toEqual([]);
  });

  it("is refused where the poll's own rule knows no proxies, on phone and on paper", async () => {
    const pollId = await poll({ ruleId: "resident-representatives", alsoPaper: true });
    expect(await cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    const paper = issuePaper(house, community.actor, { pollId, personId: id("zhang"), issued: true });
    expect(await refusalOf(paper)).toMatchObject({ word: "not-entitled" });
    expect(await cast(liu, pollId, "for")).toBe("recorded");
    // Nor does anybody count as 到会 who is only represented: nine came, of whom one through the holder.
    expect((await meetingSnapshot(house, meeting.code)).poll?.entitled).toBe(8);
    expect(await closePoll(house, community.actor, pollId)).toMatchObject({ present: 8, cast: 1 });
  });

  it("at the table too: a helper casts for who is represented only where the holder might", async () => {
    const key = (await makeHelperDeviceHere(house, community.actor, meeting.code)).key;
    const helper = must((await findHelperByKey(house, key)) ?? undefined);
    const assist = (pollId: string) => assistBallot(house, helper, { pollId, personId: id("zhang"), choice: "for" });
    const first = await poll({ ruleId: "resident-representatives" });
    expect(await assist(first)).toEqual({ status: "not-entitled" });
    await closePoll(house, community.actor, first);
    const second = await poll();
    expect(await assist(second)).toEqual({ status: "recorded" });
    expect(await cast(liu, second, "against", "zhang")).toBe("already-recorded");
  });

  it("is told in the entry of each opening that goes by such a rule", async () => {
    const told = async (pollId: string) =>
      (await house.db.read((db) => journalOf(db, pollId))).find(({ act }) => act === "open-poll")?.data;
    const first = await poll();
    expect(await told(first)).toMatchObject({ present: 9, proxies: [{ principal: "张海波", holder: "刘桂芳" }] });
    await closePoll(house, community.actor, first);
    expect(await told(await poll({ ruleId: "resident-representatives" }))).not.toHaveProperty("proxies");
  });

  it("is refused to a holder who came to stand on the ballot", async () => {
    const items = [
      { label: "刘桂芳", personId: id("liu") },
      { label: "陈建平", personId: id("chen") },
    ];
    const pollId = await poll({ items });
    expect(await cast(liu, pollId, "for", "zhang")).toBe("not-entitled");
    expect((await meetingSnapshot(house, meeting.code, liu)).poll?.proxies).toBeUndefined();
  });

  it("keeps the holder there, and the authority, once it was used", async () => {
    const pollId = await poll();
    await cast(liu, pollId, "for", "zhang");
    const said = proxyText.castAbsent("刘桂芳", "张海波");
    expect(await refusalOf(tick("liu", false))).toMatchObject({ details: [{ message: said }] });
    expect(await refusalOf(withdraw("zhang"))).toMatchObject({ details: [{ message: proxyText.cast("张海波") }] });
    // Who comes after all votes themselves from the next poll on; this one has their ballot.
    const zhang = await comes("zhang");
    expect(await pairs()).toEqual([]);
    expect(await cast(zhang, pollId, "against")).toBe("already-recorded");
    expect(await box(pollId)).toHaveLength(1);
  });

  it("is told to the holder's phone alone, never what was chosen", async () => {
    await poll();
    const seen = async (voter: Voter | null) => (await meetingSnapshot(house, meeting.code, voter)).poll?.proxies;
    expect(await seen(liu)).toEqual([{ personId: id("zhang"), name: "张海波", mine: "none" }]);
    expect(await seen(await comes("wang"))).toBeUndefined();
    expect(await seen(null)).toBeUndefined();
    const [{ id: pollId } = { id: "" }] = await house.db.read((db) => db.select().from(db.tables.poll));
    await cast(liu, pollId, "against", "zhang");
    expect(await seen(liu)).toEqual([{ personId: id("zhang"), name: "张海波", mine: "recorded" }]);
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
