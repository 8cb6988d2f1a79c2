import { afterEach, beforeEach, expect, it } from "vitest";
import { chosen } from "#app/queries/documents/choices.ts";
import { meetingFacts } from "#app/queries/documents/facts.ts";
import { minutes as minutesOf } from "#app/queries/documents/genres/minutes.ts";
import { resultNotice as noticeOf } from "#app/queries/documents/genres/result-notice.ts";
import { minutes } from "#templates/genres/minutes.ts";
import { resultNotice } from "#templates/genres/result-notice.ts";
import { toBuffer } from "#templates/typeset.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { type PollRoom, pollRoom } from "../commands/poll-room.ts";

let room: PollRoom;
beforeEach(async () => {
  room = await pollRoom();
});
afterEach(() => room.house.close());

/** The two papers' words on the meeting's polls, as they stand. */
async function papers(): Promise<{ minutes: string; notice: string }> {
  const { house, community, meeting } = room;
  const facts = await meetingFacts(house, community.actor, meeting.code);
  const choices = chosen(facts, {}, house.clock());
  const words = (bytes: Buffer) => paragraphTexts(openWord(bytes).body).join("\n");
  return {
    minutes: words(await toBuffer(minutes, minutesOf(facts, choices))),
    notice: words(await toBuffer(resultNotice, noticeOf(facts, choices))),
  };
}

it("the minutes and the notice tell a count by hands as it was read out, and the minutes who counted", async () => {
  const id = await room.open("hands");
  await room.both(id, { for: 7, against: 2, abstain: 1 });
  await room.close(id);
  const { minutes, notice } = await papers();
  for (const paper of [minutes, notice]) {
    expect(paper).toContain("采用举手方式表决。应到10人，到会10人。举手：同意7，反对2，弃权1。表决结果：通过。");
  }
  expect(minutes).toContain("计票人：李华、王强");
  expect(notice).not.toContain("李华");
});

it("papers are told with their balance", async () => {
  const id = await room.open("paper");
  await room.both(id, { for: 5, against: 2, abstain: 0, invalid: 1, issued: 9, collected: 8 });
  await room.close(id);
  expect((await papers()).minutes).toContain(
    "采用纸票方式表决。应到10人，到会10人。纸票：发出9张，收回8张，有效7张，无效1张；同意5，反对2，弃权0。",
  );
});

it("phones with hands are told as a sum and its parts; a small part of a secret poll without its options", async () => {
  for (const [mode, told] of [
    ["named", "其中，手机：同意8，反对0，弃权0；举手：同意1，反对1，弃权0。"],
    ["secret", "其中，手机：8票；举手：2票。"],
  ] as const) {
    const id = await room.open(mode, { alsoHands: true });
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) await room.cast(n, id, "for");
    await room.stopPhones(id);
    await room.both(id, { for: 1, against: 1 });
    await room.close(id);
    const sum = "收回表决票10张：同意9票，反对1票，弃权0票，无效0票。";
    for (const paper of Object.values(await papers())) expect(paper).toContain(sum + told);
  }
});

it("a void poll stands in the minutes as void with its reason and no figure, and in the public notice not at all", async () => {
  const first = await room.open("secret");
  for (const n of [0, 1, 2]) await room.cast(n, first, "against");
  await room.spoil(first, "题目念错了");
  const second = await room.open("secret", { roundOf: first });
  for (const n of [0, 1, 2, 3, 4, 5, 6]) await room.cast(n, second, "for");
  await room.close(second);
  const { minutes, notice } = await papers();
  expect(minutes).toContain("的无记名表决作废，没有结果。理由：题目念错了。");
  expect(minutes).toContain("第二轮，就“是否同意在 3 号楼东侧补装路灯?”采用无记名方式表决。");
  expect(minutes).not.toContain("反对3");
  expect(notice).not.toContain("作废");
});
