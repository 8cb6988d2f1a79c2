import type { MeetingNoticeInput } from "#templates/genres/meeting-notice.ts";
import { START } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const usual = (): MeetingNoticeInput => ({
  community: "翠湖社区",
  convener: "翠湖社区居民委员会",
  meetingTitle: "相约星期三议事会",
  start: START,
  place: "翠湖社区党群服务中心二楼议事厅",
  reportBack: "上周议定事项落实情况",
  issues: [
    { number: 12, title: "幸福路北段路灯连续多日不亮", reporter: "王建国" },
    { number: 15, title: "业主车位被外来车辆长期占用", reporter: "" },
    { number: 18, title: "翠湖花园3号楼加装电梯的前期意见", reporter: "第二网格" },
  ],
  due: [
    { seat: "社区党委书记", count: 1 },
    { seat: "党员中心户", count: 6 },
    { seat: "居民代表", count: 53 },
  ],
  observers: [
    { seat: "物业服务企业", count: 2 },
    { seat: "街道指导员", count: 1 },
  ],
  proxy: {
    allowed: false,
    most: null,
    household: false,
    candidatesExcluded: false,
    sources: [{ kind: "default", ref: "出厂默认：法律没有规定代表会议可以委托，代表由本人表决" }],
  },
  contact: { name: "许小梅", phone: "0518-85550123" },
  issuedOn: "2025-11-14",
});

export const meetingNotice: Samples<MeetingNoticeInput> = {
  usual,
  none: () => ({
    ...usual(),
    place: "",
    reportBack: "",
    issues: [],
    due: [],
    observers: [],
    contact: { name: "", phone: "" },
    issuedOn: "",
  }),
  many: () => ({
    ...usual(),
    issues: repeated(usual().issues, 40, (issue, index) => ({ ...issue, number: index + 1 })),
    due: repeated(usual().due, 40, (seat, index) => ({ seat: `${seat.seat}第${index + 1}组`, count: 12 })),
  }),
  hard: () => ({
    ...usual(),
    meetingTitle: hostile(4),
    place: hostile(8),
    issues: repeated(usual().issues, 16, (issue, index) => ({
      ...issue,
      number: index + 1,
      title: hostile(index),
      reporter: hostile(index + 3),
    })),
    due: [{ seat: hostile(9), count: 3 }],
    contact: { name: hostile(0), phone: hostile(10) },
  }),
};
