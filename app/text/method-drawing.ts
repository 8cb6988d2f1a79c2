import { methodText } from "./methods.ts";

/** Wording of a method's drawing. */
export const methodDrawingText = {
  kinds: methodText.stageKinds,
  title: (method: string) => `${method}：流程图`,
  current: "当前",
  deadline: (words: string) => `时限：${words}`,
  loop: (label: string) => `↻ ${label}`,
  ending: (label: string, end: string) => `${label} → ${end}`,
  exceptions: "特殊情况：",
  back: (label: string, number: number) => `${label}（回第 ${number} 步）`,
  onward: (label: string, number: number) => `${label}（到第 ${number} 步）`,
  decision: "法定决定",
  unknown: (id: string) => (id === "" ? "还没选去哪一步" : `没有“${id}”这个环节`),
  otherEnds: "其他终点",
  describe: (stages: number, ways: readonly string[]) => `共 ${stages} 个环节。${ways.join("；")}。`,
  way: (from: string, labels: readonly string[], to: string) =>
    labels.length > 0 ? `“${from}”经“${labels.join("”或“")}”到“${to}”` : `“${from}”可转入“${to}”`,
  frame: (method: string) => `${method}的流程图，可左右移动`,
};
