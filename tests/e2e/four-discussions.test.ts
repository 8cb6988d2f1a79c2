import { afterAll, beforeAll, expect, it } from "vitest";
import * as desk from "./desk.ts";
import {
  day,
  expectSettled,
  keep,
  moveIn,
  moveOut,
  offered,
  openIssue,
  raise,
  refusal,
  said,
  step,
  type Walk,
} from "./walk-issue.ts";
import { countPoll, endMeeting, enterMeeting, gather, goOnward, openPoll, phone, plainPhone } from "./walk-meeting.ts";

/** 四议两公开 in a village of 34 party members: 17 in favour are too few, 18 are enough; local practice and the law both count. */
const SURNAMES = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢"];
const MEMBERS = SURNAMES.map((surname) => `${surname}建华`);
const CAME = MEMBERS.slice(0, 30);

const issue = {
  title: "村东机耕路硬化",
  place: "村东",
  category: "道路设施",
  source: "居民当面反映",
  raisedBy: "孙桂香",
};
const proposed = {
  origin: "党员群众建议",
  villagersAsked: true,
  proposal: "硬化村东机耕路 800 米",
  assets: "不涉及集体资产",
} as const;
const task = { record: "硬化机耕路", responsible: "村委会", deadline: day(40), plan: "先放线，秋收后施工" };
const STATUTORY = "半数以上到会，赞成超过应到的半数";
const LOCAL = "三分之二以上到会，应到半数以上同意";

const meetings: string[] = [];
let walk: Walk;
beforeAll(async () => {
  walk = await moveIn(
    "东河村",
    MEMBERS.map((name) => [name, "党员"] as const),
  );
});
afterAll(() => moveOut(walk));

/** Holds a meeting of all who came, at which so many of the party members vote in favour and the others against. */
async function partyVote(ahead: number, inFavour: number): Promise<string> {
  const code = await enterMeeting(walk, ahead);
  meetings.push(code);
  const [first = "", ...others] = CAME;
  const voters = [await phone(walk, code, first)];
  for (const name of others) voters.push(await plainPhone(walk, code, name));
  await gather(walk, issue.title, []);
  await desk.recordSpeech(walk.page, first, "先修最烂的一段。");
  await openPoll(walk, { question: "是否同意硬化村东机耕路？", mode: "secret" });
  for (const [index, vote] of voters.entries()) await vote(index < inFavour ? "for" : "against");
  return countPoll(walk);
}

it("四议两公开: is proposed, consulted about, and falls one vote short among the party members", async () => {
  await raise(walk, "四议两公开", issue);
  await step(walk, "advance", "两委会商议", proposed);
  meetings.push(await enterMeeting(walk, 1));
  await gather(walk, issue.title, CAME.slice(0, 3));
  await desk.recordSpeech(walk.page, "钱建华", "钱够，工期放到秋收后。");
  const consulted = { committeesOpinion: "同意提交党员大会", consultWay: "意见一致" };
  await goOnward(walk, { to: "商定，提交党员大会", conclusion: "同意提交。", answers: consulted });
  await endMeeting(walk);

  await openIssue(walk);
  await keep(walk, "advance", { planSentOn: day(-4) });
  await partyVote(2, 17);
  await endMeeting(walk);
  await openIssue(walk);
  expect(await offered(walk, "advance", "partyVote")).toMatchObject({ due: "34", present: "30", for: "17" });
  const refused = await refusal(walk, "advance");
  expect(refused).toContain(STATUTORY);
  expect(refused).toContain("同意 17 ÷ 应到有表决权党员 34 = 50.00%，须过半数（>1/2），至少 18 人，未达到");
  const form = await said(walk, "advance");
  expect(form).toMatch(new RegExp(`○ ?${STATUTORY}`));
  expect(form).toMatch(new RegExp(`✔ ?${LOCAL}`));
  await step(walk, "not-passed", "党支部会提议");
});

it("四议两公开: comes back changed, passes with eighteen, and is decided by the villagers' representatives", async () => {
  const { page } = walk;
  const again = { oneShoulder: true, committeesOpinion: "两委一并商议，改为分两段修" };
  await step(walk, "consulted-already", "党员大会审议", { ...proposed, ...again });
  // The first round's figures are not offered to the second.
  expect(await offered(walk, "advance", "partyVote")).toMatchObject({ due: "", for: "" });
  await keep(walk, "advance", { planSentOn: day(-4) });
  await partyVote(3, 18);
  const passed = { to: "审议通过，提交决议", conclusion: "十八人赞成，通过。", figuresOf: "partyVote" };
  expect(await goOnward(walk, passed)).toMatchObject({ due: "34", for: "18" });
  await endMeeting(walk);

  await openIssue(walk);
  await step(walk, "postpone", "决议前公告", { newDay: day(6) }, "农忙，改到下周");
  const notice = { body: "村民代表会议（本地加严）", noticeOn: day(-6), noticeAt: ["村务公开栏", "村民群"] };
  await step(walk, "advance", "村民（代表）会议决议", notice);
  const short = { due: 50, present: 40, for: 24, against: 16, abstain: 0 };
  expect(await refusal(walk, "advance", { vote: { ...short, for: 41 } })).toMatch(/41|40/);
  expect(await refusal(walk, "advance", { vote: short })).toContain("本地加严：全体村民代表半数以上同意");
  await page.getByText("三分之二以上组成人员到会，到会过半数同意").first().waitFor();
  await step(walk, "advance", "决议公开", { vote: { for: 25, against: 15 } });
});

it("四议两公开: makes the decision and its result public, and answers who objects", async () => {
  await step(walk, "objection", "决议公开", { objectionText: "路线占了自留地" }, "两户书面提出");
  await step(walk, "answer-objection", "决议公开", { objectionReply: "路线东移一米，已现场确认" });
  const posted = { decisionPostedOn: day(-16), decisionPostedAt: "村务公开栏", postedComplete: true };
  await step(walk, "advance", "实施", { ...posted, ...task });
  await step(walk, "advance", "监督审核", { doneNote: "800 米全部硬化" });
  await step(walk, "advance", "实施结果公开", { audited: true });
  const result = { resultPostedOn: day(-16), resultPostedAt: "村务公开栏", accounts: "46 万元，明细附后" };
  await step(walk, "advance", "已办结", result);
});

it("四议两公开: is settled, and everything that happened is on the page, in the papers and in the journal", async () => {
  await expectSettled(walk, {
    meetings,
    steps: [
      "登记议题",
      "党支部会提议 → 两委会商议",
      "两委会商议 → 党员大会审议",
      "补记要件",
      "转下次：党员大会审议（理由：会议结束时未形成结果）",
      "审议未通过，修改后再提：党员大会审议 → 党支部会提议",
      "一肩挑，提议商议合并开：党支部会提议 → 党员大会审议",
      "补记要件",
      "党员大会审议 → 决议前公告",
      "延期：决议前公告（理由：农忙，改到下周）",
      "决议前公告 → 村民（代表）会议决议",
      "村民（代表）会议决议 → 决议公开",
      "登记异议：决议公开（理由：两户书面提出）",
      "答复异议：决议公开",
      "决议公开 → 实施",
      "实施 → 监督审核",
      "监督审核 → 实施结果公开",
      "实施结果公开 → 已办结",
    ],
  });
});
