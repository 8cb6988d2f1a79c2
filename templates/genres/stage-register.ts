import type { Block, FormRow } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { BLANK_DAY, beside, wide } from "#templates/parts/pen.ts";
import { sentence } from "#templates/parts/wording.ts";

/** One stage that the issue went through, or stands in; days as "YYYY-MM-DD". */
export type RegisteredStage = {
  name: string;
  /** The method, where the issue went by more than one. */
  method: string;
  who: string;
  from: string;
  /** Empty while the issue stands there. */
  until: string;
  /** The end of the way: nothing is done there any more. */
  final: boolean;
  /** 办理要件, under the method's own labels. */
  facts: { label: string; value: string }[];
  /** 意见: reviews handed in, objections, adjournments … with the reason given. */
  deeds: { on: string; by: string; label: string; reason: string; facts: { label: string; value: string }[] }[];
  /** How it went on, in the method's words, and why. */
  way: string;
  reason: string;
  /** Who entered that. */
  by: string;
};

export type StageRegisterInput = Common & {
  issue: { number: number; title: string; place: string; category: string; source: string; raisedBy: string };
  raisedOn: string;
  method: string;
  /** The day on which the register is printed, "YYYY-MM-DD". */
  today: string;
  stages: RegisteredStage[];
};

/** 环节登记表: a page for each stage that the issue went through, with what was entered there and room to sign. */
export const stageRegister = defineGenre<StageRegisterInput>({
  id: "stage-register",
  name: "环节登记表",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.issue.title }),
  required: (input) => [
    ["议题的题目", "issue", input.issue.title],
    ["走过的环节", "issue", input.stages],
  ],
  write: (input) => {
    const stages = input.stages.filter(({ final }) => !final);
    return [
      { kind: "title", text: `${input.community}环节登记表`, below: `（议题${input.issue.number}）` },
      { kind: "form", rows: head(input) },
      ...stages.flatMap((stage, index) => section(input, stage, index)),
      ...input.stages.filter(({ final }) => final).map(end),
    ];
  },
});

function head({ issue, raisedOn, method, today }: StageRegisterInput): FormRow[] {
  return [
    wide("议题", issue.title),
    wide("地点", issue.place),
    beside(["类别", issue.category], ["来源", issue.source]),
    beside(["反映人", issue.raisedBy], ["首次提出", chineseDay(raisedOn)]),
    beside(["议事方法", method], ["填表日期", chineseDay(today)]),
  ];
}

/** Each stage has other people to sign for it, so a page of its own. */
function section({ community, issue }: StageRegisterInput, stage: RegisteredStage, index: number): Block[] {
  const name = stage.method === "" ? stage.name : `${stage.name}（${stage.method}）`;
  const next: Block[] = [
    { kind: "page" },
    { kind: "title", text: `${community}环节登记表`, below: `（议题${issue.number}：${issue.title}）` },
  ];
  return [
    ...(index > 0 ? next : []),
    { kind: "heading", level: 1, text: `环节${index + 1}：${name}` },
    { kind: "form", rows: rows(stage) },
    { kind: "sign-line", labels: ["经办人签名", "负责人签名"] },
  ];
}

const end = ({ name, from }: RegisteredStage): Block => {
  return { kind: "paragraph", text: `${chineseDay(from)}到“${name}”结束。` };
};

const STANDS = "尚在本环节";

function rows({ who, from, until, facts, deeds, way, reason, by }: RegisteredStage): FormRow[] {
  return [
    wide("承办", who),
    beside(["进入日期", chineseDay(from)], ["转出日期", chineseDay(until) || STANDS]),
    wide("登记事项", told(facts), 14),
    ...deeds.map(({ on, by: whom, label, reason: why, facts: given }) => {
      const lines = [
        `${chineseDay(on)} ${label}（${whom}记）`,
        told(given),
        why === "" ? "" : `理由：${sentence(why)}`,
      ];
      return wide("过程", lines.filter((line) => line !== "").join("\n"));
    }),
    wide("结论", way === "" ? "" : `${way}（${by}记）${reason === "" ? "" : `\n理由：${sentence(reason)}`}`),
    wide("意见", "", 18),
    wide("签署日期", BLANK_DAY),
  ];
}

const told = (facts: RegisteredStage["facts"]): string =>
  facts.map(({ label, value }) => `${label}：${value.replaceAll("\n", "；")}`).join("\n");
