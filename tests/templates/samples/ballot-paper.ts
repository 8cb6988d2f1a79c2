import type { Ballot, BallotPaperInput } from "#templates/genres/ballot-paper.ts";
import { END, START } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const ANSWERS = ["同意", "反对", "弃权"];

const ballots = (): Ballot[] => [
  {
    key: "p1",
    question: "是否同意由物业先行垫付路灯更换费用？",
    matter: "是否同意由物业先行垫付路灯更换费用？",
    number: 12,
    asks: { kind: "yes-no", answers: ANSWERS },
    named: false,
    byArea: false,
    endsAt: END,
  },
  {
    key: "p2",
    question: "翠湖花园共用设施更新",
    matter: "翠湖花园共用设施更新",
    asks: {
      kind: "each",
      items: ["使用维修资金更换1号楼、2号楼电梯各一部", "选聘翠湖物业服务中心续约两年", "修订停车管理办法"],
      answers: ANSWERS,
    },
    named: true,
    byArea: true,
    endsAt: new Date("2025-12-20T12:00:00Z"),
  },
  {
    key: "p3",
    question: "小广场改造选哪几个方案？",
    matter: "小广场改造选哪几个方案？",
    asks: {
      kind: "choice",
      options: ["健身步道和长椅", "儿童沙坑", "棋牌桌和遮雨棚，四周补种灌木，夜间加装两盏感应灯", "弃权"],
      most: 2,
    },
    named: false,
    byArea: false,
    minutes: 10,
  },
  {
    key: "issue-15",
    matter: "业主车位被外来车辆长期占用",
    number: 15,
    asks: { kind: "yes-no", answers: ANSWERS },
    named: false,
    byArea: false,
  },
];

const usual = (): BallotPaperInput => ({
  community: "翠湖社区",
  meetingTitle: "相约星期三议事会",
  start: START,
  ballots: ballots(),
});

export const ballotPaper: Samples<BallotPaperInput> = {
  usual,
  none: () => ({ ...usual(), ballots: [] }),
  many: () => ({
    ...usual(),
    ballots: repeated(ballots(), 40, (ballot, index) => ({
      ...ballot,
      key: `p${index}`,
      ...(ballot.asks.kind === "each"
        ? { asks: { ...ballot.asks, items: Array.from({ length: 20 }, (_, item) => `第${item + 1}项的办理方案`) } }
        : {}),
    })),
  }),
  hard: () => ({
    ...usual(),
    meetingTitle: hostile(5),
    ballots: repeated(ballots(), 16, (ballot, index) => ({
      ...ballot,
      key: `p${index}`,
      question: hostile(index),
      matter: hostile(index),
      asks:
        index % 2 === 0
          ? { kind: "choice" as const, options: [hostile(index + 1), hostile(index + 2)], most: 1 }
          : { kind: "each" as const, items: [hostile(index + 3), hostile(index + 4)], answers: ANSWERS },
    })),
  }),
};
