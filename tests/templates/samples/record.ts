import type { RecordInput, RecordItem } from "#templates/genres/record.ts";
import { END, personName, poll, START } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const minute = (n: number) => new Date(START.getTime() + n * 60_000);

const items = (): RecordItem[] => [
  {
    title: "上周议定事项落实情况",
    reporter: "",
    report: "",
    reported: [
      "修复沿河步道破损井盖（责任人：孙春燕；时限：2025年11月14日）：已办结，已更换并拍照存档",
      "清理2号楼楼道杂物（责任人：周明；时限：2025年11月15日）：逾期未办结",
    ],
    speeches: [{ speaker: "孙春燕", words: "井盖上周四换好了，请大家再看看。", at: minute(4) }],
    polls: [],
    voidedPolls: [],
    conclusion: "",
    reason: "",
    differences: "",
    actions: [],
  },
  {
    number: 12,
    title: "幸福路北段路灯连续多日不亮",
    reporter: "王建国",
    report: "入冬以来六盏路灯先后熄灭，住户多次反映夜间出行不安全",
    speeches: [
      { speaker: "王建国", words: "孩子晚自习回来一路是黑的，希望先把灯换上。", at: minute(14) },
      { speaker: "物业服务企业赵芳", words: "更换要四千多元，物业可以先垫，但要从公共收益里还。", at: minute(17) },
      { speaker: "李志强", words: "线路老化，光换灯不管用。", at: minute(95), added: true },
    ],
    polls: [{ ...poll(), tellers: ["周明", "吴秀英"] }],
    voidedPolls: [{ question: "是否同意由物业垫付", mode: "hands", reason: "举手时有人重复计数" }],
    outcome: "timed",
    conclusion: "先更换损坏的六盏路灯，再由供电所检查地下线路",
    reason: "",
    differences: "部分代表认为费用应从公共收益中列支",
    actions: [{ title: "更换六盏路灯并试亮", responsible: "王建国", deadline: "2025-12-03", plan: "下周二晚上施工" }],
  },
  {
    number: 16,
    title: "占用公共绿地种菜",
    reporter: "",
    report: "",
    speeches: [],
    polls: [],
    voidedPolls: [],
    outcome: "next-time",
    conclusion: "",
    reason: "当事住户没有到会，须听取本人意见",
    differences: "",
    actions: [],
  },
];

const names = (from: number, count: number) => Array.from({ length: count }, (_, index) => personName(from + index));

const usual = (): RecordInput => ({
  community: "翠湖社区",
  meetingTitle: "第47周“相约星期三”联席会议",
  start: START,
  end: END,
  place: "翠湖社区党群服务中心二楼议事厅",
  chair: "秦文博",
  recorder: "许小梅",
  begun: true,
  present: [
    { seat: "社区党委书记", names: ["秦文博"] },
    { seat: "党员中心户", names: names(3, 6) },
    { seat: "居民代表", names: names(10, 34) },
  ],
  absent: [{ seat: "居民代表", names: ["尤国庆", "何海涛"] }],
  observers: [{ seat: "物业服务企业", names: ["赵芳"] }],
  due: 60,
  presentVoting: 41,
  items: items(),
  furtherPolls: [],
  furtherVoidedPolls: [],
});

export const record: Samples<RecordInput> = {
  usual,
  none: () => {
    const { end: _end, ...rest } = usual();
    return {
      ...rest,
      begun: false,
      place: "",
      present: [],
      absent: [],
      observers: [],
      due: 0,
      presentVoting: 0,
      items: [],
    };
  },
  many: () => ({
    ...usual(),
    present: [{ seat: "居民代表", names: names(0, 500) }],
    due: 500,
    presentVoting: 500,
    items: repeated(items().slice(1), 40, (item, index) => ({ ...item, number: index + 1 })),
    furtherPolls: [poll()],
    furtherVoidedPolls: [{ question: "是否休会", mode: "hands", reason: "没有数清" }],
  }),
  hard: () => ({
    ...usual(),
    chair: hostile(4),
    present: [{ seat: hostile(8), names: Array.from({ length: 16 }, (_, index) => hostile(index)) }],
    items: repeated(items().slice(1), 16, (item, index) => ({
      ...item,
      number: index + 1,
      title: hostile(index),
      reporter: hostile(index + 1),
      report: hostile(index + 2),
      speeches: [{ speaker: hostile(index + 3), words: hostile(index + 4), at: minute(index) }],
      conclusion: hostile(index + 5),
      reason: hostile(index + 6),
      differences: hostile(index + 7),
      actions: [
        { title: hostile(index), responsible: hostile(index + 1), deadline: "2025-12-03", plan: hostile(index) },
      ],
    })),
  }),
};
