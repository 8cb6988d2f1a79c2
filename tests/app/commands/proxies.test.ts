import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { registerProxy, withdrawProxy } from "#app/commands/proxies.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { proxyText } from "#app/text/proxy.ts";
import { saveBody, saveMeeting } from "#db/stores/meeting.ts";
import { attendeeOf } from "#db/stores/roll.ts";
import { openTestHouse } from "#tests/house.ts";
import { arrive } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { AUTHORITY, ELECTION, openProxyRoom, type ProxyRoom } from "./proxy-room.ts";
import { openRoom } from "./room.ts";

let hall: ProxyRoom;
beforeEach(async () => {
  hall = await openProxyRoom();
});
afterEach(() => hall.house.close());

describe("presence", () => {
  it("a principal is there with the holder: from the holder's coming to their going", async () => {
    await hall.register("zhang", "liu");
    expect(await hall.line("zhang")).toMatchObject({ presentAt: null, via: null });
    await hall.comes("liu");
    expect(await hall.line("zhang")).toMatchObject({ presentAt: hall.house.clock(), via: "proxy" });
    expect(await hall.present()).toBe(2);
    await hall.tick("liu", false);
    expect(await hall.line("zhang")).toMatchObject({ presentAt: null, via: null });
    await hall.tick("liu", true);
    expect(await hall.present()).toBe(2);
  });

  it("one registered while the holder is there counts at once, and no longer once withdrawn; twice is once", async () => {
    await hall.comes("liu");
    await hall.register("zhang", "liu");
    expect(await hall.line("zhang")).toMatchObject({ via: "proxy" });
    await hall.withdraw("zhang");
    await hall.withdraw("zhang");
    expect(await hall.line("zhang")).toMatchObject({ presentAt: null, via: null });
    expect((await hall.journal("zhang")).map(({ act }) => act)).toEqual(["register-proxy", "withdraw-proxy"]);
    expect((await hall.journal("zhang"))[0]?.data).toMatchObject({
      principal: "张海波",
      holder: "刘桂芳",
      authority: AUTHORITY,
    });
  });

  it.each([
    ["checks in by phone", () => hall.comes("zhang"), "token"],
    ["is ticked at the desk", () => hall.tick("zhang", true), "desk"],
  ])(
    "a principal who %s votes themselves: the authority falls away, and the journal says why",
    async (_how, come, via) => {
      await hall.comes("liu");
      await hall.register("zhang", "liu");
      hall.house.published.length = 0;
      await come();
      expect(await hall.pairs()).toEqual([]);
      expect(await hall.line("zhang")).toMatchObject({ via });
      expect(await hall.journal("zhang")).toContainEqual({
        act: "withdraw-proxy",
        data: expect.objectContaining({ cause: "in-person", holder: "刘桂芳" }),
      });
      // The holder's phone must stop offering a vote that is no longer theirs.
      expect(hall.house.published).toContainEqual({ meetingId: hall.meeting.id, concern: "everyone" });
      await hall.tick("liu", false);
      expect(await hall.line("zhang")).toMatchObject({ via });
    },
  );

  it("whoever is represented cannot be ticked absent, and whoever came cannot be represented", async () => {
    await hall.comes("liu");
    await hall.register("zhang", "liu");
    const said = proxyText.represented("张海波", "刘桂芳");
    expect(await refusalOf(hall.tick("zhang", false))).toMatchObject({
      word: "wrong-state",
      details: [{ message: said }],
    });
    await hall.comes("wang");
    expect(await refusalOf(hall.register("wang", "liu"))).toMatchObject({ details: [{ field: "principal" }] });
  });

  it("frees the phone that a principal had checked in with: to vote they check in anew, which ends the authority", async () => {
    await hall.fill(["zhang", "liu"]);
    const zhang = await hall.comes("zhang");
    await hall.tick("zhang", false);
    await hall.comes("liu");
    await hall.register("zhang", "liu");
    const pollId = await hall.poll();
    expect(await hall.cast(zhang, pollId, "for")).toBe("not-entitled");
    expect(
      await findVoterByKey(hall.house, (await arrive(hall.house, hall.meeting, hall.id("zhang"))).key),
    ).not.toBeNull();
    expect(await hall.pairs()).toEqual([]);
    expect(await hall.cast(await hall.comes("zhang"), pollId, "for")).toBe("recorded");
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
    await hall.house.db.write((db) =>
      saveMeeting(db, hall.meeting.id, {
        bodyThen: { name: "居民代表会议", methodId: "roundtable", ruleId: "resident-representatives" },
      }),
    );
    const refusal = await refusalOf(hall.register("zhang", "liu"));
    expect(refusal).toEqual({
      word: "invalid-value",
      details: [{ field: "rule", message: proxyText.notInRule("居民代表会议") }],
    });
  });

  it("keeps no ID number, neither on the line nor in the journal", async () => {
    const refusal = await refusalOf(hall.register("zhang", "liu", "身份证 110101199003071234"));
    expect(refusal).toMatchObject({ details: [{ field: "authority", message: expect.stringContaining("身份证") }] });
    expect(await hall.pairs()).toEqual([]);
    expect(await hall.journal("zhang")).toEqual([]);
  });

  it("takes at most three, by whichever desk comes first", async () => {
    const all = (["zhang", "wang", "li", "zhao"] as const).map((member) => hall.register(member, "liu"));
    const done = await Promise.allSettled(all);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await hall.pairs()).toHaveLength(3);
  });

  it("takes no candidate of a poll to come for a holder", async () => {
    await hall.fill(["zhang"]);
    const items = [{ label: "刘桂芳", personId: hall.id("liu") }];
    await hall.poll({ items });
    expect(await refusalOf(hall.register("zhang", "liu"))).toMatchObject({ details: [{ field: "holder" }] });
  });

  it("belongs to the community's own staff, in a meeting that is not over", async () => {
    const other = await seedCommunity(hall.house, { community: "邻里社区", username: "other" });
    const asked = {
      meetingId: hall.meeting.id,
      principal: hall.id("zhang"),
      holder: hall.id("liu"),
      authority: AUTHORITY,
    };
    expect(await refusalOf(registerProxy(hall.house, other.actor, asked))).toMatchObject({ word: "not-found" });
    await hall.register("zhang", "liu");
    const theirs = { meetingId: hall.meeting.id, principalId: hall.id("zhang") };
    expect(await refusalOf(withdrawProxy(hall.house, other.actor, theirs))).toMatchObject({ word: "not-found" });
    await closeMeeting(hall.house, hall.community.actor, { meetingId: hall.meeting.id, pending: "all" });
    expect(await refusalOf(hall.register("wang", "liu"))).toMatchObject({ word: "wrong-state" });
    expect(await refusalOf(hall.withdraw("zhang"))).toMatchObject({ word: "wrong-state" });
  });
});
