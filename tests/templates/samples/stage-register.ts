import type { RegisteredStage, StageRegisterInput } from "#templates/genres/stage-register.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function stages(): RegisteredStage[] {
  return [
    {
      name: "一提",
      method: "",
      who: "居民、网格员、楼栋长提，网格党组织书记形成提案",
      from: "2025-11-03",
      until: "2025-11-05",
      final: false,
      facts: [
        { label: "事由", value: "路灯不亮，入夜后看不清路" },
        { label: "影响多少户", value: "86" },
        { label: "涉及多少资金（没有就写没有）", value: "一万二千元" },
      ],
      deeds: [],
      way: "提案成形，送审",
      reason: "",
      by: "许小梅",
    },
    {
      name: "二审",
      method: "",
      who: "1+4+X 会审，网格党组织书记签字",
      from: "2025-11-05",
      until: "2025-11-10",
      final: false,
      facts: [
        { label: "合不合法审过了，可以办", value: "是" },
        { label: "钱从哪里来写明白了", value: "物业垫付，从公共收益列支" },
        { label: "主责部门", value: "翠湖物业服务中心" },
      ],
      deeds: [
        {
          on: "2025-11-07",
          by: "许小梅",
          label: "休会，改日续会",
          reason: "供电所的人没有到",
          facts: [{ label: "哪天续会", value: "2025年11月10日" }],
        },
      ],
      way: "同意上会",
      reason: "",
      by: "秦文博",
    },
    {
      name: "办理",
      method: "",
      who: "责任人",
      from: "2025-11-12",
      until: "",
      final: false,
      facts: [{ label: "时限", value: "2025年12月3日" }],
      deeds: [],
      way: "",
      reason: "",
      by: "",
    },
  ];
}

function input(rows = stages()): StageRegisterInput {
  return {
    community: "翠湖社区",
    issue: {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      place: "幸福路北段至翠湖花园3号楼",
      category: "路灯照明",
      source: "网格员走访",
      raisedBy: "王建国",
    },
    raisedOn: "2025-10-29",
    method: "一提二审三通过（一般做法）",
    today: "2025-11-19",
    stages: rows,
  };
}

export const stageRegister: Samples<StageRegisterInput> = {
  usual: () => input(),
  none: () => ({ ...input([]), issue: { ...input().issue, place: "", category: "", source: "", raisedBy: "" } }),
  many: () => input(repeated(stages(), 40, (stage) => stage)),
  hard: () => {
    const texts = Array.from({ length: 16 }, (_, index) => ({ label: hostile(index), value: hostile(index) }));
    const hard = repeated(stages(), 16, (stage, index) => ({
      ...stage,
      name: hostile(index),
      who: hostile(index + 1),
      facts: texts,
      deeds: stage.deeds.map((deed) => ({ ...deed, reason: hostile(index + 2), facts: texts })),
      way: hostile(index + 3),
      reason: hostile(index + 4),
    }));
    const [title, place, category] = [hostile(8), hostile(5), hostile(6)];
    return { ...input(hard), issue: { number: 12, title, place, category, source: hostile(7), raisedBy: hostile(0) } };
  },
};
