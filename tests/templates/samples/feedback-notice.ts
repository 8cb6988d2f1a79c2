import type { FeedbackItem, FeedbackNoticeInput } from "#templates/genres/feedback-notice.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function items(): FeedbackItem[] {
  return [
    {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      detail: "3号楼2单元501的王建国等住户反映，入夜后路面看不清，老人不敢出门",
      place: "幸福路北段至翠湖花园3号楼",
      raisedOn: "2025-10-29",
      agreed: [
        {
          key: "K7M2",
          day: "2025-11-19",
          meeting: "第47周“相约星期三”联席会议",
          text: "先更换损坏的六盏路灯，再检查地下线路，费用由物业先行垫付",
        },
      ],
      tasks: [
        {
          number: 31,
          title: "更换六盏路灯并试亮",
          responsible: "王建国",
          deadline: "2025-12-03",
          state: "done",
          endedOn: "2025-12-02",
          result: "六盏全部更换，当晚试亮，王建国到场看过",
          reason: "",
          next: "本周内报价，下周二晚上施工",
        },
        {
          number: 32,
          title: "检查北段地下线路",
          responsible: "幸福供电所",
          deadline: "2025-12-10",
          state: "overdue",
          endedOn: "",
          result: "",
          reason: "第三段等断电通知",
          next: "分三段断电检查，提前一天贴通知",
        },
      ],
      cost: [{ label: "费用和来源", value: "一万二千元，物业垫付，从公共收益中列支" }],
      rating: "fair",
    },
    {
      number: 15,
      title: "业主车位被外来车辆长期占用",
      detail: "",
      place: "翠湖花园东门地面停车场",
      raisedOn: "2025-11-12",
      agreed: [
        {
          key: "K7M2",
          day: "2025-11-19",
          meeting: "第47周“相约星期三”联席会议",
          text: "物业当场联系车主移车，门岗自今日起登记外来车辆",
        },
      ],
      tasks: [],
      answer: { kind: "resolved-now", text: "物业当场联系车主移车，门岗自今日起登记外来车辆" },
      cost: [],
      rating: "satisfied",
    },
    {
      number: 18,
      title: "要求社区直接拆除沿街店面招牌",
      detail: "",
      place: "湖东街",
      raisedOn: "2025-11-12",
      agreed: [],
      tasks: [],
      answer: { kind: "declined", text: "招牌设置由城市管理部门审批，已告知向城市管理部门反映的办法" },
      cost: [],
    },
  ];
}

function input(rows = items()): FeedbackNoticeInput {
  return {
    community: "翠湖社区",
    matter: "第47周“相约星期三”联席会议",
    signedBy: "翠湖社区居民委员会",
    signedOn: "2025-12-15",
    items: rows,
    noticeFrom: "2025-12-15",
    noticeUntil: "2025-12-30",
    contact: { name: "许小梅", phone: "0518-85550123" },
    supervisionPhone: "0518-85550456",
    knownNames: ["王建国", "许小梅"],
  };
}

export const feedbackNotice: Samples<FeedbackNoticeInput> = {
  usual: () => input(),
  none: () => ({ ...input([]), knownNames: [] }),
  many: () => input(repeated(items(), 40, (item, index) => ({ ...item, number: index + 1 }))),
  hard: () => {
    const hard = repeated(items(), 16, (item, index) => ({
      ...item,
      number: index + 1,
      title: hostile(index),
      detail: hostile(index + 1),
      place: hostile(index + 2),
      agreed: item.agreed.map((each) => ({ ...each, text: hostile(index + 3) })),
      tasks: item.tasks.map((task) => ({
        ...task,
        title: hostile(index + 4),
        responsible: hostile(index + 5),
        result: hostile(index + 6),
        reason: hostile(index + 7),
        next: hostile(index + 8),
      })),
      cost: [{ label: "费用和来源", value: hostile(index + 9) }],
    }));
    return { ...input(hard), knownNames: Array.from({ length: 16 }, (_, index) => hostile(index)) };
  },
};
