import type { AgendaInput } from "#templates/genres/agenda.ts";
import { START } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

const usual = (): AgendaInput => ({
  community: "翠湖社区",
  meetingTitle: "相约星期三议事会",
  start: START,
  place: "翠湖社区党群服务中心二楼议事厅",
  chair: "秦文博",
  recorder: "许小梅",
  reportBack: { title: "上周议定事项落实情况", minutes: 10, done: 3, open: 2, overdue: 1 },
  items: [
    { number: 12, title: "幸福路北段路灯连续多日不亮", reporter: "王建国", minutes: 15, vote: "无记名" },
    { number: 15, title: "业主车位被外来车辆长期占用", reporter: "", minutes: 8, vote: "" },
    {
      number: 18,
      title: "翠湖花园3号楼加装电梯的前期意见，听取一至六层住户的不同想法",
      reporter: "第二网格",
      minutes: 20,
      vote: "举手",
    },
  ],
});

export const agenda: Samples<AgendaInput> = {
  usual,
  none: () => {
    const { reportBack: _none, ...rest } = usual();
    return { ...rest, place: "", chair: "", recorder: "", items: [] };
  },
  many: () => ({ ...usual(), items: repeated(usual().items, 40, (item, index) => ({ ...item, number: index + 1 })) }),
  hard: () => ({
    ...usual(),
    meetingTitle: hostile(9),
    chair: hostile(7),
    items: repeated(usual().items, 16, (item, index) => ({
      ...item,
      number: index + 1,
      title: hostile(index),
      reporter: hostile(index + 1),
    })),
  }),
};
