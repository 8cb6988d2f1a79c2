import type { PatrolRecordInput, PatrolRound } from "#templates/genres/patrol-record.ts";
import { personName } from "#tests/templates/samples.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function round(): PatrolRound {
  return {
    issues: [
      { number: 12, title: "幸福路北段路灯连续多日不亮", place: "幸福路北段至翠湖花园3号楼" },
      { number: 15, title: "业主车位被外来车辆长期占用", place: "翠湖花园东门地面停车场" },
    ],
    leader: "秦文博",
    members: ["许小梅", personName(4)],
    route: "社区门口—幸福路北段—3号楼—东门停车场",
    points: ["幸福路北段：六盏路灯都亮", "东门停车场：外来车已登记，当场请走一辆", "一路没有别的情况"],
    result: "有新问题",
    findings: [{ text: "6号楼西侧：雨水篦子堵塞", issue: 21 }, { text: "东门道闸抬杆慢" }],
    enteredOn: "2025-11-19",
    enteredBy: "许小梅",
  };
}

const NOTHING = {
  leader: "",
  members: [],
  route: "",
  points: [],
  result: "",
  findings: [],
  enteredOn: "",
  enteredBy: "",
};

function input(rounds = [round()]): PatrolRecordInput {
  return { community: "翠湖社区", matter: "第47周“相约星期三”联席会议", today: "2025-11-19", rounds };
}

export const patrolRecord: Samples<PatrolRecordInput> = {
  usual: () => input([round(), { ...round(), ...NOTHING }]),
  none: () => input([]),
  many: () => {
    const points = repeated(round().points, 500, (point, index) => `${point}，第${index + 1}处`);
    return input([
      { ...round(), points, issues: repeated(round().issues, 40, (issue, number) => ({ ...issue, number })) },
    ]);
  },
  hard: () => {
    const texts = Array.from({ length: 16 }, (_, index) => hostile(index));
    return input([
      {
        ...round(),
        leader: hostile(0),
        members: texts,
        route: hostile(8),
        points: texts.map((text) => `${text}：${text}`),
        findings: texts.map((text) => ({ text })),
        issues: texts.map((text, number) => ({ number, title: text, place: text })),
        enteredBy: hostile(9),
      },
    ]);
  },
};
