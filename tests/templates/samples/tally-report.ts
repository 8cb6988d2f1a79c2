import type { ClosedCount, TallyReportInput, VoidedCount } from "#templates/genres/tally-report.ts";
import { END, poll, START } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const closed = (): ClosedCount => {
  const { question, mode, due, present, cast, against, abstain, invalid, steps, rule, sentence = "", ...rest } = poll();
  return {
    ...{
      kind: "closed",
      question,
      mode,
      issue: "议题 12　幸福路北段路灯连续多日不亮",
      secondRound: false,
      closedAt: END,
    },
    ...{ remote: false, due, present, cast, votes: { for: rest.for, against, abstain, invalid }, answers: [] },
    parts: [
      { method: "phone", cast: 31, for: 24, against: 4, abstain: 3, invalid: 0 },
      { method: "paper", cast: 8, for: 6, against: 1, abstain: 0, invalid: 1, issued: 9, collected: 8 },
    ],
    ...{ buildings: [], signedPapers: 0, rule, steps, sentence, verdict: "通过", tellers: ["周明", "吴秀英"] },
  };
};

/** Nine owners with 1,000.00 m², of whom six with 650.00 took part. */
const owners = (): ClosedCount => ({
  ...closed(),
  ...{ question: "翠湖花园共用设施更新", mode: "named", remote: true, due: 9, present: 9, cast: 6, parts: [] },
  votes: { for: 6, against: 0, abstain: 0, invalid: 0 },
  answers: [
    {
      label: "使用维修资金更换电梯",
      votes: { for: 6, against: 0, abstain: 0, invalid: 0 },
      area: { for: 70000, against: 0, abstain: 0, invalid: 0 },
      verdict: "通过",
    },
    {
      label: "选聘翠湖物业服务中心续约两年",
      votes: { for: 5, against: 1, abstain: 0, invalid: 0 },
      area: { for: 29950, against: 40050, abstain: 0, invalid: 0 },
      verdict: "未通过",
    },
  ],
  area: { total: 100000, participating: 70000, for: 70000, against: 0, abstain: 0, invalid: 0 },
  buildings: [
    { building: "1栋", owners: 3, voted: 3, area: 34950, votedArea: 34950 },
    { building: "2栋", owners: 5, voted: 3, area: 45050, votedArea: 30050 },
    { building: "3栋", owners: 2, voted: 1, area: 20000, votedArea: 10000 },
  ],
  signedPapers: 2,
  sentence: "2 项中通过 1 项，第 2 项未通过",
  verdict: "部分通过",
  tellers: [],
});

const election = (): ClosedCount => ({
  ...closed(),
  ...{ question: "选举居民小组长", secondRound: true },
  votes: { for: 37, against: 0, abstain: 1, invalid: 1 },
  answers: [
    { label: "王芳", chosen: 30, verdict: "当选" },
    { label: "李志强", chosen: 22, verdict: "" },
  ],
  parts: [
    { method: "phone", cast: 36, invalid: 0 },
    { method: "paper", cast: 3, issued: 3, collected: 3, invalid: 1 },
  ],
  sentence: "当选：王芳 30 票",
  verdict: "1 人当选",
});

const voided = (): VoidedCount => ({
  ...{ kind: "voided", question: "是否同意由物业先行垫付路灯更换费用", mode: "paper", secondRound: false },
  ...{ closedAt: END, reason: "收回纸票 41 张，多于发出 40 张" },
});

const usual = (): TallyReportInput => ({
  community: "翠湖社区",
  meetingTitle: "第47周“相约星期三”联席会议",
  start: START,
  end: END,
  chair: "秦文博",
  polls: [voided(), closed(), owners(), election()],
});

export const tallyReport: Samples<TallyReportInput> = {
  usual,
  none: () => {
    const { end: _end, ...rest } = usual();
    return { ...rest, chair: "", polls: [] };
  },
  many: () => ({
    ...usual(),
    polls: repeated<ClosedCount | VoidedCount>(usual().polls, 12, (each) =>
      each.kind === "voided"
        ? each
        : {
            ...each,
            answers: repeated(owners().answers, 20, (answer) => answer),
            buildings: repeated(owners().buildings, 40, (line, index) => ({ ...line, building: `${index + 1}栋` })),
          },
    ),
  }),
  hard: () => ({
    ...usual(),
    meetingTitle: hostile(9),
    polls: repeated<ClosedCount | VoidedCount>(usual().polls, 16, (each, index) =>
      each.kind === "voided"
        ? { ...each, question: hostile(index), reason: hostile(index + 1) }
        : {
            ...each,
            question: hostile(index),
            issue: hostile(index + 1),
            answers: each.answers.map((answer, at) => ({ ...answer, label: hostile(index + at) })),
            tellers: [hostile(index + 2)],
          },
    ),
  }),
};
