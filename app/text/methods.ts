import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { fractionSign } from "#app/domain/rule/fraction.ts";
import type { Denominator, Fraction } from "#app/domain/rule/types.ts";
import { type Source, type SourceKind, sourceLine } from "#app/domain/source.ts";

/** Where a number or a step comes from. */
const sourceKinds: Record<SourceKind, string> = { seed: "材料", law: "法律", public: "公开做法", default: "出厂默认" };
const families: Record<MethodDefinition["family"], string> = {
  deliberation: "协商",
  decision: "法定决定",
  dispatch: "派单办理",
  activity: "活动",
};
const stageKinds: Record<Stage["kind"], string> = {
  collect: "收集",
  review: "审核",
  draft: "拟案",
  notice: "公告",
  deliberate: "协商",
  decide: "决定",
  assign: "交办",
  execute: "办理",
  feedback: "回告",
  publish: "公示",
  final: "终点",
};

/** Wording of the methods' page and of sources wherever they are shown. */
export const methodText = {
  title: "议事方法",
  lead: "每种方法分几个环节；进下一环节前要补齐哪些内容、依据从哪里来，都列在这里。",
  sourceKinds,
  families,
  stageKinds,
  sources: "出处",
  seats: "席位",
  seatKinds: { fixed: "固定席", flexible: "机动席", observer: "列席" },
  stages: "环节",
  gate: "进下一步前要具备",
  gateNone: "没有要件",
  exits: "出口",
  exceptions: "例外",
  deadline: "时限",
  rules: "通过规则",
  ruleColumns: ["规则", "法定人数", "通过", "依据"],
  rulesHint: "比例一律用整数相乘比较：“以上”含本数，“过”“超过”不含本数。",
  noQuorum: "不设",
};

/** A source in words; its kind stands before it as a badge, so “出厂默认:” is not said twice. */
export function sourceWords(source: Source): string {
  if (source.kind === "law") return sourceLine(source);
  const ref = source.ref.replace(/^出厂默认:/, "");
  return source.article ? `${ref} · ${source.article}` : ref;
}

const denominators: Record<Denominator, string> = {
  due: "应到",
  present: "到会",
  participating: "参与表决",
  total: "全体",
};

/** “≥ 2/3 应到”, “全体一致”. */
export function fractionWords(threshold: Fraction & { readonly over: Denominator }): string {
  const whole = denominators[threshold.over];
  return threshold.numerator === threshold.denominator ? `${whole}一致` : `${fractionSign(threshold)} ${whole}`;
}
