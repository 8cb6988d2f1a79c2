import { afterAll, beforeAll, expect, it } from "vitest";
import { reportBackTitle } from "#app/text/meetings.ts";
import { roomText } from "#app/text/room.ts";
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
  said,
  step,
  type Walk,
} from "./walk-issue.ts";
import { countPoll, endMeeting, enterMeeting, gather, goOnward, openPoll, phone, plainPhone } from "./walk-meeting.ts";

/** 一提二审三通过 for a matter of all residents: raised, reviewed at the table of 1+4+X, passed by the residents' representatives. */
const issue = {
  title: "单元门全部换成声控门禁",
  place: "1 至 12 号楼",
  category: "安全隐患",
  source: "网格员走访",
  raisedBy: "吴春燕",
};
const proposal = {
  cause: "旧门锁坏了七成，外人随意进出",
  appeal: "换成能刷卡、能对讲的门禁",
  households: 640,
  approach: "分两批换，先换 1 至 6 号楼",
  money: "18 万元，公共收益",
};
const reviewed = {
  legal: true,
  feasible: true,
  funding: "公共收益账户",
  leadDepartment: "街道物业科",
  noVeto: true,
  nature: "涉及全体居民",
  partyDiscussed: true,
  secretarySigned: true,
} as const;
const forDecision = {
  proposal: "公共收益 18 万元，分两批换门禁",
  authority: "居民会议授权决定公共收益使用",
  calledBy: "居民委员会",
  partyOpinion: "同意，先换坏得多的楼",
};
const task = { record: "更换十二栋楼门禁", responsible: "街道物业科", deadline: day(30), plan: "两批，每批六栋" };
/** Nine with a vote, six of whom must come for the representatives to decide. */
const ROLL = [
  ["周岚", "网格党组织书记"],
  ["徐静", "网格长"],
  ["高志强", "网格民警", false],
  ["马晓芸", "网格员"],
  ["何秀英", "楼栋长（巷道长）"],
  ["郑国强", "主责部门", false],
  ["陈建平", "居民代表"],
  ["刘桂芳", "居民代表"],
  ["王志远", "居民代表"],
  ["李淑珍", "居民代表"],
  ["张海波", "居民代表"],
] as const;

const meetings: string[] = [];
let walk: Walk;
beforeAll(async () => {
  walk = await moveIn("清河社区", ROLL);
});
afterAll(() => moveOut(walk));

it("一提二审三通过: is sent back twice, reviewed at the table, and handed to the representatives", async () => {
  const { page } = walk;
  await raise(walk, "一提二审三通过", issue);
  await step(walk, "return", "一提", {}, "没写影响多少户");
  await step(walk, "advance", "二审", proposal);
  await step(walk, "return", "一提", {}, "资金没有写来处");
  await step(walk, "advance", "二审", proposal);
  await keep(walk, "advance", reviewed);

  meetings.push(await enterMeeting(walk, 1));
  await gather(walk, issue.title, ["徐静", "高志强", "马晓芸"]);
  const stages = page.getByRole("list", { name: roomText.item.stages });
  expect(await stages.textContent()).toContain("●二审");
  expect(await page.locator("main").textContent()).toContain("网格党组织书记到会");
  // The secretary comes late: turned to once more, the item is before the meeting.
  await desk.tick(page, "周岚");
  await desk.callItem(page, reportBackTitle({ every: "week" }), roomText.agenda.chooseAgain);
  await desk.callItem(page, issue.title, roomText.agenda.chooseAgain);
  await stages.getByText("●三通过").waitFor();
  await desk.recordSpeech(page, "马晓芸", "先换坏得最多的六栋。");
  await goOnward(walk, { to: "提交居民代表会议决定", conclusion: "涉及全体居民，交居民代表会议。" });
  await endMeeting(walk);
});

it("一提二审三通过: too few representatives come, the second meeting is called urgently and votes", async () => {
  const { page } = walk;
  await openIssue(walk);
  await step(walk, "advance", "公告通知", forDecision);
  await keep(walk, "advance", { noticeOn: day(-3), meetingOn: day() });
  meetings.push(await enterMeeting(walk, 2));
  await gather(walk, issue.title, ["周岚", "徐静", "马晓芸", "何秀英", "陈建平"]);
  await page.locator("[data-vote]").click();
  await page.locator("[name=ruleId]").selectOption({ label: "居民代表会议" });
  await page.getByText(roomText.poll.notEnough(1)).waitFor();
  await endMeeting(walk);

  await openIssue(walk);
  await step(walk, "no-quorum", "公告通知", { quorumNote: "应到 9 人，实到 5 人" }, "代表多在外地");
  const urgent = { urgentGround: "安全隐患", meetingOn: day() };
  await step(walk, "urgent", "开会审议", urgent, "昨晚 3 号楼被撬");
  const code = await enterMeeting(walk, 3);
  meetings.push(code);
  const voters = [await phone(walk, code, "何秀英")];
  for (const name of ["陈建平", "刘桂芳", "王志远", "李淑珍"]) voters.push(await plainPhone(walk, code, name));
  await gather(walk, issue.title, ["周岚"]);
  await desk.recordSpeech(page, "王志远", "公共收益要按季公开。");
  await openPoll(walk, { question: "是否同意用公共收益换门禁？", mode: "secret", rule: "居民代表会议" });
  for (const [index, vote] of voters.entries()) await vote(index === 4 ? "against" : "for");
  await countPoll(walk);
  await goOnward(walk, { to: "议完，付表决", conclusion: "付表决。" });
  await endMeeting(walk);

  await openIssue(walk);
  expect(await offered(walk, "advance", "vote")).toMatchObject({ due: "9", present: "6", for: "4", against: "1" });
  await step(walk, "advance", "公布决定");
});

it("一提二审三通过: posts the decision, corrects it, and is given out, done and posted", async () => {
  await step(walk, "correction", "公布决定", { correctionText: "第二批是 7 至 12 号楼" }, "楼号写错");
  // The notice that could not be given before the urgent meeting is made up for.
  expect(await said(walk, "advance")).toContain("紧急召开的，已补发公告");
  await step(walk, "advance", "交办", { postedOn: day(-16), postedAt: "各单元门", urgentNotice: true });
  await step(walk, "advance", "办理", task);
  await step(walk, "advance", "回告评价", { doneNote: "十二栋都已换好" });
  await step(walk, "advance", "结果公布", { rating: "fair" });
  await step(walk, "advance", "已办结", { resultPostedOn: day(-16), resultPostedAt: "各单元门" });
});

it("一提二审三通过: is settled, and everything that happened is on the page, in the papers and in the journal", async () => {
  await expectSettled(walk, {
    meetings,
    steps: [
      "登记议题",
      "要素不全，退给提议人补：一提（理由：没写影响多少户）",
      "一提 → 二审",
      "退回修改：二审 → 一提（理由：资金没有写来处）",
      "一提 → 二审",
      "补记要件",
      "二审 → 三通过",
      "升级为法定决定：居民代表会议",
      "党组织先研究讨论 → 公告通知",
      "补记要件",
      "公告通知 → 开会审议",
      "流会，另行通知：开会审议 → 公告通知（理由：代表多在外地）",
      "紧急，缩短通知期：公告通知 → 开会审议（理由：昨晚 3 号楼被撬）",
      "开会审议 → 表决",
      "表决 → 公布决定",
      "出更正件：公布决定（理由：楼号写错）",
      "公布决定 → 决定通过",
      "法定决定有了结果：居民代表会议，到交办",
      "交办 → 办理",
      "办理 → 回告评价",
      "回告评价 → 结果公布",
      "结果公布 → 已办结",
    ],
  });
});
