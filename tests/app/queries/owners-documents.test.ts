import { afterAll, beforeAll, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { slipRoll } from "#app/queries/personal-slips.ts";
import { saveMeeting } from "#db/stores/meeting.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { ENDS, type Estate, openEstate } from "#tests/app/commands/estate.ts";
import { meetingDocument } from "#tests/documents.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";

/** A vote of the owners that nobody came to: two thirds voted at home, and its papers are made all the same. */
let estate: Estate;
beforeAll(async () => {
  estate = await openEstate();
  const { house, actor, meetingId } = estate;
  const pollId = await estate.running({ items: "更换电梯\n选聘维保单位" });
  for (const name of ["陆长河", "田晓月", "韦国兴", "罗小曼", "梁德福", "沈佩芬"]) {
    await estate.byPhone(pollId, name, { i1: "for", i2: name === "陆长河" ? "against" : "for" });
  }
  await closePoll(house, actor, pollId);
  const settings = { contact: "徐静", contactPhone: "0532-55500101", supervisionPhone: "0532-55500110" };
  await house.db.write((db) => saveCommunity(db, actor.communityId, { settings }));
  await house.db.write((db) => saveMeeting(db, meetingId, { place: "小区广场", chair: "许永年", recorder: "徐静" }));
  await closeMeeting(house, actor, { meetingId, pending: "all" });
});
afterAll(() => estate.house.close());

async function textOf(genre: string): Promise<string> {
  const { house, actor, code } = estate;
  const { bytes } = await meetingDocument(house, actor, code, genre, {});
  return paragraphTexts(openWord(bytes).body).join("\n");
}

it("slips say until when to vote, not when a meeting was planned", async () => {
  expect((await slipRoll(estate.house, estate.actor, estate.code)).votesUntil).toEqual(ENDS);
});

it("the minutes say who took part, and call nobody absent", async () => {
  const text = await textOf("minutes");
  expect(text).toContain("有表决权的业主9人，参与表决6人。");
  expect(text).toContain("参与表决：6人，不以到会计");
  expect(text).not.toMatch(/缺席|出席：|实到|没有安排议题|议题0件|其他表决/);
  expect(text).toContain("会议就1个问题进行表决。");
  expect(text).toContain("二、表决事项");
  // One way of writing a number on one page.
  expect(text).not.toMatch(/\d,\d/);
  expect(text).toContain("选聘维保单位");
});

it("what calls them says what is voted on: nothing else may be", async () => {
  const text = await textOf("meeting-notice");
  expect(text).toContain("为表决下列事项，");
  expect(text).toMatch(/\d\.就“更换电梯”进行表决。/);
});

it("the notice is the owners' own, of a vote and not of a deliberation", async () => {
  const text = await textOf("result-notice");
  expect(text).toContain("表决结果公示");
  expect(text).toContain("各位业主：");
  expect(text).toContain("参与方：参与表决的业主6人，共6人。");
  expect(text).not.toMatch(/协商|居民委员会/);
});
