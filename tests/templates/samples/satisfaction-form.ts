import type { SatisfactionFormInput, SatisfactionMatter } from "#templates/genres/satisfaction-form.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function matters(): SatisfactionMatter[] {
  return [
    {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      place: "幸福路北段至翠湖花园3号楼",
      settled: true,
      result: "六盏全部更换，当晚试亮；地下线路分三段查过",
    },
    { number: 15, title: "业主车位被外来车辆长期占用", place: "翠湖花园东门地面停车场", settled: true, result: "" },
  ];
}

function input(rows = matters()): SatisfactionFormInput {
  return {
    community: "翠湖社区",
    matter: "第47周“相约星期三”联席会议",
    today: "2025-12-15",
    enteredIn: "room",
    matters: rows,
  };
}

export const satisfactionForm: Samples<SatisfactionFormInput> = {
  usual: () => input(),
  none: () => input([]),
  many: () => input(repeated(matters(), 40, (matter, index) => ({ ...matter, number: index + 1 }))),
  hard: () =>
    input(
      repeated(matters(), 16, (matter, index) => ({
        ...matter,
        number: index + 1,
        title: hostile(index),
        place: hostile(index + 1),
        result: hostile(index + 2),
      })),
    ),
};
