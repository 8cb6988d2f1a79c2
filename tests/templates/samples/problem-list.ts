import type { ProblemListInput, ProblemRow } from "#templates/genres/problem-list.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const acceptance = "写明办了什么；当事人作出评价";

function rows(): ProblemRow[] {
  return [
    {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      source: "网格员上报",
      firstRaisedOn: "2025-11-05",
      place: "幸福路北段",
      measures: [
        { title: "更换六盏路灯并试亮", plan: "下周二晚上施工", responsible: "王建国", deadline: "2025-11-18" },
        { title: "检查北段地下线路", plan: "分三段断电检查", responsible: "幸福供电所", deadline: "2025-12-10" },
      ],
      said: "",
      lead: "王建国",
      partners: ["幸福供电所"],
      acceptance,
      light: "red",
      standing: "逾期",
      times: 2,
      remark: "11月12日限期解决",
    },
    {
      number: 15,
      title: "业主车位被外来车辆长期占用",
      source: "居民反映",
      firstRaisedOn: "2025-11-12",
      place: "翠湖花园东门",
      measures: [],
      said: "物业当场联系车主移车",
      lead: "",
      partners: [],
      acceptance,
      light: "green",
      standing: "已销号",
      times: 1,
      remark: "11月19日当场解决",
    },
    {
      number: 16,
      title: "占用公共绿地种菜",
      source: "巡查发现",
      firstRaisedOn: "2025-11-17",
      place: "5号楼南侧",
      measures: [],
      said: "",
      lead: "",
      partners: [],
      acceptance,
      light: "yellow",
      standing: "待上会",
      times: 0,
      remark: "",
    },
  ];
}

const list = (given: ProblemRow[]): ProblemListInput => ({
  community: "翠湖社区",
  matter: "2025年11月",
  asOf: "2025-11-30",
  from: "2025-11-01",
  until: "2025-11-30",
  chair: "",
  rows: given,
});

/** Hostile texts in every cell that holds what people typed. */
function hard(): ProblemRow[] {
  return repeated(rows(), 14, (row, index) => ({
    ...row,
    title: hostile(index),
    source: hostile(index + 1),
    place: hostile(index + 2),
    measures: [
      { title: hostile(index + 3), plan: hostile(index + 4), responsible: hostile(index + 5), deadline: "2025-12-10" },
    ],
    lead: hostile(index + 6),
    partners: [hostile(index + 7), hostile(index)],
    remark: hostile(index + 1),
  }));
}

export const problemList: Samples<ProblemListInput> = {
  usual: () => list(rows()),
  none: () => list([]),
  many: () => list(repeated(rows(), 40, (row, index) => ({ ...row, number: index + 1 }))),
  hard: () => ({ ...list(hard()), matter: hostile(0) }),
};
