import type { AssignmentInput, AssignmentSlip } from "#templates/genres/assignment.ts";
import { personName } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

/** One under way, moved once; one overdue of which a meeting heard; one done after it was sent back. */
function slips(): AssignmentSlip[] {
  const meeting = { title: "第47周“相约星期三”联席会议", day: "2025-11-19" };
  const usual = { meeting, assignedOn: "2025-11-19", endedOn: "", reportedBy: "", result: "", progress: [] };
  return [
    {
      ...usual,
      number: 31,
      issue: { number: 12, title: "幸福路北段路灯连续多日不亮" },
      decision: "先更换损坏的六盏路灯，再由供电所检查地下线路，费用由物业先行垫付",
      matter: "更换六盏路灯并试亮",
      plan: "本周内报价，下周二晚上施工",
      responsible: personName(3),
      deadline: "2025-12-10",
      turns: [
        {
          kind: "extended",
          on: "2025-12-01",
          by: "秦文博",
          was: "2025-12-03",
          deadline: "2025-12-10",
          reason: "灯头缺货，厂家答复十二月五日到货",
        },
      ],
      state: "open",
      overdueDays: 0,
    },
    {
      ...usual,
      number: 32,
      issue: { number: 12, title: "幸福路北段路灯连续多日不亮" },
      decision: "先更换损坏的六盏路灯，再由供电所检查地下线路，费用由物业先行垫付",
      matter: "检查北段地下线路",
      plan: "分三段断电检查，提前一天贴通知",
      responsible: "幸福供电所",
      deadline: "2025-11-28",
      turns: [],
      progress: [{ on: "2025-11-26", meeting: "第48周“相约星期三”联席会议", note: "已查完两段，第三段等断电通知" }],
      state: "open",
      overdueDays: 3,
    },
    {
      ...usual,
      number: 33,
      issue: { number: 15, title: "修复沿河步道破损井盖" },
      decision: "",
      matter: "更换步道井盖",
      plan: "到货当天更换",
      responsible: "翠湖物业服务中心",
      deadline: "2025-11-28",
      turns: [{ kind: "returned", on: "2025-11-25", by: "秦文博", reason: "井盖松动，走上去有响声" }],
      state: "done",
      endedOn: "2025-11-27",
      reportedBy: "许小梅",
      result: "重新找平后换上，当事人到场看过",
      overdueDays: 0,
    },
  ];
}

function input(rows = slips()): AssignmentInput {
  return {
    community: "翠湖社区",
    matter: "第47周“相约星期三”联席会议",
    issuedBy: "翠湖社区居民委员会",
    today: "2025-12-01",
    enteredIn: "room",
    slips: rows,
  };
}

export const assignment: Samples<AssignmentInput> = {
  usual: () => input(),
  none: () => ({ ...input([]), enteredIn: "issue" }),
  many: () => input(repeated(slips(), 40, (slip, index) => ({ ...slip, number: index + 1 }))),
  hard: () =>
    input(
      repeated(slips(), 16, (slip, index) => ({
        ...slip,
        number: index + 1,
        matter: hostile(index),
        plan: hostile(index + 1),
        responsible: hostile(index + 2),
        decision: hostile(index + 3),
        result: hostile(index + 4),
        issue: { ...slip.issue, title: hostile(index + 5) },
        turns: slip.turns.map((turn) => ({ ...turn, reason: hostile(index + 6) })),
        progress: slip.progress.map((each) => ({ ...each, note: hostile(index + 7) })),
      })),
    ),
};
