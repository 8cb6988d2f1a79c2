import { afterAll, beforeAll, expect, it } from "vitest";
import { issueText } from "#app/text/issues.ts";
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

/** 七步议事法 from a resident's opinion to the posted result, by way of the council and of the residents' representatives. */
const issue = {
  title: "南门早晚高峰电动车堵路",
  place: "南门",
  category: "停车秩序",
  source: "居民当面反映",
  raisedBy: "冯秀兰",
};
const ROLL = [
  ["周岚", "居民委员会成员"],
  ["徐静", "居民委员会成员"],
  ["郑国强", "物业公司", false],
  ["何秀英", "楼院长"],
  ["田桂兰", "楼院长"],
  ["陈建平", "居民代表"],
  ["刘桂芳", "居民代表"],
  ["王志远", "居民代表"],
  ["李淑珍", "居民代表"],
  ["冯秀兰", "居民", false],
] as const;

const task = {
  record: "在南门西侧建电动车充电棚",
  responsible: "示例物业服务中心",
  deadline: day(20),
  plan: "先划线，再搭棚，最后装灯和烟感",
};

const meetings: string[] = [];
let walk: Walk;
beforeAll(async () => {
  walk = await moveIn("翠湖社区", ROLL);
});
afterAll(() => moveOut(walk));

it("七步议事法: collects, confirms at the second attempt, drafts and announces", async () => {
  await raise(walk, "七步议事法", issue);
  const collected = { opinions: 5, ground: "同类意见三户以上", households: 3 };
  expect(await refusal(walk, "advance", { ...collected, households: 2 })).toContain("提同类意见的至少三户");
  await step(walk, "advance", "确认议题", { households: 3 });
  await step(walk, "return", "收集意见", {}, "没写清堵在哪个时段");
  await step(walk, "advance", "确认议题", collected);
  await step(walk, "advance", "制定方案", { branchAgrees: true, legal: true, oneMatter: true });

  const options = ["门外划停车线", "南门西侧建充电棚"];
  await keep(walk, "advance", { options, cost: "约 2 万元，社区公益金" });
  expect(await said(walk, "advance")).toContain("写明由谁负责");
  await step(walk, "advance", "发布公告", {
    inCharge: "物业公司",
    timeNeeded: "两个月",
    affected: "南门进出的 320 户",
    knownObjections: "两户担心充电棚离窗太近",
  });
});

it("七步议事法: talks in the meeting and agrees by a majority", async () => {
  // What the announcement asks is kept; calling the item brings the issue before the meeting.
  await keep(walk, "advance", { noticeOn: day(-4), noticeAt: ["南门公告栏", "居民群"], listenIn: true });
  const code = await enterMeeting(walk, 1);
  meetings.push(code);
  const { page } = walk;
  const voters = [
    await phone(walk, code, "陈建平"),
    await phone(walk, code, "何秀英"),
    await plainPhone(walk, code, "刘桂芳"),
  ];
  await gather(walk, issue.title, ["郑国强", "冯秀兰"]);
  await desk.recordSpeech(page, "冯秀兰", "早上七点半，电动车把门口全占了。");
  await openPoll(walk, { question: "是否同意在南门西侧建充电棚？", mode: "named" });
  for (const [index, vote] of voters.entries()) await vote(index === 1 ? "against" : "for");
  expect(await countPoll(walk)).toContain("2");
  const shown = await goOnward(walk, {
    to: "多数同意",
    conclusion: "在南门西侧建充电棚，离窗不少于六米。",
    answers: { allHeard: true, opinion: "同意建充电棚，离窗不少于六米", dissent: "何秀英：担心夜里吵" },
    figuresOf: "vote",
  });
  expect(shown).toMatchObject({ present: "3", for: "2" });
  await endMeeting(walk);
});

it("七步议事法: goes to the residents' representatives, whose poll is counted on the issue's page", async () => {
  await openIssue(walk);
  await step(walk, "to-residents", "等居民（代表）会议决定");
  await step(walk, "resident-representatives", "党组织先研究讨论");
  await step(walk, "advance", "公告通知", {
    proposal: "在南门西侧建充电棚，用公益金 2 万元",
    authority: "居民会议 2025 年授权决定公益金使用",
    calledBy: "居民委员会",
    partyOpinion: "同意提交，注意离窗距离",
  });
  await keep(walk, "advance", { noticeOn: day(-4), meetingOn: day() });
  const code = await enterMeeting(walk, 2);
  meetings.push(code);
  const voters = [await phone(walk, code, "田桂兰")];
  for (const name of ["徐静", "陈建平", "刘桂芳", "王志远", "李淑珍"]) voters.push(await plainPhone(walk, code, name));
  await gather(walk, issue.title, ["周岚"]);
  await desk.recordSpeech(walk.page, "李淑珍", "充电棚要装烟感。");
  await openPoll(walk, { question: "是否同意用公益金建充电棚？", mode: "secret", rule: "居民代表会议" });
  for (const [index, vote] of voters.entries()) await vote(index < 5 ? "for" : "abstain");
  await countPoll(walk);
  await goOnward(walk, { to: "议完，付表决", conclusion: "付表决，结果由计票人报告。" });
  await endMeeting(walk);

  await openIssue(walk);
  expect(await offered(walk, "advance", "vote")).toMatchObject({ due: "8", present: "7", for: "5" });
  expect(await said(walk, "advance")).toContain(issueText.pollFigures("是否同意用公益金建充电棚？"));
  await step(walk, "advance", "公布决定");
});

it("七步议事法: posts the decision, answers an objection, carries it out twice and posts the result", async () => {
  await step(walk, "objection", "公布决定", { objectionText: "棚子挡住消防通道" }, "3 单元住户书面提出");
  expect(await said(walk, "advance")).toContain(issueText.blocked(["异议都已答复"]));
  await step(walk, "answer-objection", "公布决定", { objectionReply: "已量过，通道留四米，图纸贴出" });
  const tooEarly = { postedOn: day(-10), postedAt: "南门公告栏" };
  expect(await refusal(walk, "advance", tooEarly)).toContain("公布已满 15 日");
  // Back in 七步议事法 by itself.
  await step(walk, "advance", "交办", { postedOn: day(-16) });
  await step(walk, "advance", "办理", task);
  await step(walk, "advance", "办结回访", { doneNote: "棚已建，十二个车位" });
  await step(walk, "return", "办理", {}, "棚里没有灯");
  await step(walk, "advance", "办结回访", { doneNote: "灯已装好" });
  await step(walk, "advance", "反馈公示", { rating: "satisfied" });
  await step(walk, "advance", "已办结", {
    firstPostedOn: day(-22),
    resultPostedOn: day(-20),
    resultPostedAt: "南门公告栏、居民群",
    dissentersTold: true,
    fulfilment: "充电棚已建成，每月报一次用电",
  });
});

it("七步议事法: is settled, and everything that happened is on the page, in the papers and in the journal", async () => {
  await expectSettled(walk, {
    meetings,
    steps: [
      "登记议题",
      "收集意见 → 确认议题",
      "退回补正：确认议题 → 收集意见（理由：没写清堵在哪个时段）",
      "收集意见 → 确认议题",
      "确认议题 → 制定方案",
      "补记要件",
      "制定方案 → 发布公告",
      "补记要件",
      "发布公告 → 组织协商",
      "多数同意：组织协商 → 结果运用",
      "二、提交居民（代表）会议：结果运用 → 等居民（代表）会议决定",
      "升级为法定决定：居民代表会议",
      "党组织先研究讨论 → 公告通知",
      "补记要件",
      "公告通知 → 开会审议",
      "开会审议 → 表决",
      "表决 → 公布决定",
      "登记异议：公布决定（理由：3 单元住户书面提出）",
      "答复异议：公布决定",
      "公布决定 → 决定通过",
      "法定决定有了结果：居民代表会议，到交办",
      "交办 → 办理",
      "办理 → 办结回访",
      "不满意，退回再办：办结回访 → 办理（理由：棚里没有灯）",
      "办理 → 办结回访",
      "办结回访 → 反馈公示",
      "反馈公示 → 已办结",
    ],
  });
});
