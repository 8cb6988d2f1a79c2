import { afterEach, beforeEach, expect, it } from "vitest";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { registerProxy } from "#app/commands/proxies.ts";
import { saveBody } from "#db/stores/meeting.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
const AUTHORITY = "2026年11月20日书面委托，原件存社区";

beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

/** A meeting under this rule, with a vote prepared. */
async function under(ruleId: string): Promise<void> {
  await house.db.write((db) => saveBody(db, lake.bodyId, { ruleId }));
  meeting = await meetingInSession(house, lake);
  const asked = { meetingId: meeting.id, question: "选举居民委员会主任", mode: "secret" as const, ruleId };
  await draftPoll(house, lake.actor, { ...asked, options: "周岚\n何秀英" });
}
const register = (principal: CastMember, holder: CastMember) => {
  const names = { principal: lake.people[principal].name, holder: lake.people[holder].name };
  return registerProxy(house, lake.actor, { meetingId: meeting.id, ...names, authority: AUTHORITY });
};
const letters = async () => {
  const { body } = openWord((await meetingDocument(house, lake.actor, meeting.code, "proxy-letter")).bytes);
  return { letters: tables(body), text: paragraphTexts(body).join("\n") };
};
const valueIn = (letter: readonly string[][], label: string, place = 0) => {
  const row = letter.filter((cells) => cells.includes(label))[place] ?? [];
  return row[row.lastIndexOf(label) + 1];
};

it("one letter for each that is registered: who, for whom, what, until when, and the law's limits", async () => {
  await under("committee-election");
  await register("zhang", "liu");
  await register("li", "chen");
  const made = await letters();
  const registered = made.letters.map((letter) =>
    ["委托人", "受托人", "登记情况"].map((label) => valueIn(letter, label)),
  );
  expect(registered.sort()).toEqual([
    ["张海波", "刘桂芳", AUTHORITY],
    ["李淑珍", "陈建平", AUTHORITY],
  ]);
  const [letter = []] = made.letters;
  expect(valueIn(letter, "委托事项")).toBe("1. 选举居民委员会主任");
  expect(valueIn(letter, "期限")).toContain("只限本次会议（2026年11月25日）");
  expect(valueIn(letter, "说明")).toMatch(/每人最多受托3人，候选人不得受托（依据：《.+》.*第19条/);
  expect([valueIn(letter, "两人关系"), valueIn(letter, "证件尾号")]).toEqual(["", "委托人后四位（手写）："]);
  expect(made.text.match(/委托人签名：/g)).toHaveLength(2);
});

it("where nobody is registered, one to be filled in by hand", async () => {
  await under("committee-election");
  const made = await letters();
  expect(made.letters).toHaveLength(1);
  expect(["委托人", "受托人"].map((label) => valueIn(made.letters[0] ?? [], label))).toEqual(["", ""]);
});

it("our own limits are told as the meeting's way, apart from the law's words", async () => {
  await under("villagers-committee-election");
  const [letter = []] = (await letters()).letters;
  expect(valueIn(letter, "说明")).toMatch(/依据：《.+》.*第18条.*；本会议的做法：法律写的是/);
  expect(valueIn(letter, "说明")).not.toContain("出厂默认");
});

it("is none of a meeting whose rule knows no proxies", async () => {
  await under("resident-representatives");
  const genres = (await meetingDocuments(house, lake.actor, meeting.code)).map(({ genre }) => genre);
  expect(genres).toContain("ballot-paper");
  expect(genres).not.toContain("proxy-letter");
  await expect(meetingDocument(house, lake.actor, meeting.code, "proxy-letter")).rejects.toMatchObject({
    word: "not-found",
  });
});
