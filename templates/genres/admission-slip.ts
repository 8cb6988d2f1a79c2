import type { Block, FormRow } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { BLANK_DAY, beside, wide } from "#templates/parts/pen.ts";
import { sentence } from "#templates/parts/wording.ts";

/** What was decided about a matter that somebody wants the community to do. */
export type AdmissionVerdict = "on-list" | "admitted" | "refused" | "urgent" | "pending";

export type AdmissionSlipInput = Common & {
  issue: { number: number; title: string };
  /** The day on which the slip is made out, "YYYY-MM-DD". */
  today: string;
  /** 落款 */
  issuedBy: string;
  /** What is asked of the community, and by whom. */
  matter: string;
  from: string;
  basis: string;
  funds: string;
  staff: string;
  /** On which of the lists it stands, or that it stands on none; its place there. */
  list: string;
  listItem: string;
  verdict: AdmissionVerdict;
  /** Why it was not admitted. */
  reason: string;
  /** To whom it goes from here: who handles it, or where whoever asked was sent. */
  goesTo: string;
  /** What the offices that were asked said, each under its label. */
  opinions: { label: string; value: string }[];
  /** 突发情况 */
  urgentGround: string;
  /** Of an admitted one: the approval and from when until when it holds. */
  approval: string;
  listedFrom: string;
  listedUntil: string;
  decidedOn: string;
};

/** 准入提示单: whether a matter sent to the community is to be taken on, on what ground, and where it goes. */
export const admissionSlip = defineGenre<AdmissionSlipInput>({
  id: "admission-slip",
  name: "准入提示单",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.issue.title }),
  required: (input) => [
    ["要社区做的事", "issue", input.matter],
    ["来自哪个部门或谁", "issue", input.from],
    // An emergency is done first and looked up afterwards.
    ["三张清单的对照结果", "issue", input.list !== "" || input.verdict === "urgent"],
    ["不予准入的理由", "issue", input.verdict !== "refused" || input.reason !== ""],
    ["转办去向", "issue", input.goesTo],
  ],
  write: (input, say): Block[] => [
    { kind: "title", text: `${input.community}准入提示单`, below: `（议题${input.issue.number}）` },
    { kind: "paragraph", text: say("verdict", "提示", verdict(input), figures(input)) },
    { kind: "form", rows: rows(input) },
  ],
});

const VERDICT: Record<AdmissionVerdict, string> = {
  "on-list": "{来自}交办的“{事项}”在{清单}，照清单办。",
  admitted: "{来自}申请的“{事项}”已批准准入，按批准的期限办。",
  refused: "{来自}交来的“{事项}”不予准入，社区不承接，理由和去向如下。",
  urgent: "{来自}要求的“{事项}”属突发情况，先办后补手续。",
  pending: "{来自}交来的“{事项}”正在走准入手续，批准前社区不承接。",
};

const verdict = (input: AdmissionSlipInput): string => VERDICT[input.verdict];

function figures({ from, matter, list, verdict: which }: AdmissionSlipInput): Record<string, string> {
  return { 来自: from, 事项: matter, ...(which === "on-list" ? { 清单: list } : {}) };
}

const NAME: Record<AdmissionVerdict, string> = {
  "on-list": "清单以内，照办",
  admitted: "批准准入",
  refused: "不予准入",
  urgent: "突发情况，先办后补",
  pending: "正在办理准入手续",
};

function rows(input: AdmissionSlipInput): FormRow[] {
  const { list, listItem, opinions, urgentGround, approval, listedFrom, listedUntil } = input;
  const term = listedFrom === "" && listedUntil === "" ? "" : `${listedFrom}起，${listedUntil}止`;
  return [
    wide("事项", input.matter),
    wide("来自", input.from),
    wide("依据", input.basis),
    beside(["经费", input.funds], ["人员和指导", input.staff]),
    wide("清单对照", listItem === "" ? list : `${list}，${listItem}`),
    ...(urgentGround === "" ? [] : [wide("突发情况", urgentGround)]),
    ...(opinions.length === 0
      ? []
      : [wide("各方意见", opinions.map(({ label, value }) => `${label}：${value}`).join("\n"))]),
    wide("结论", NAME[input.verdict]),
    wide("不准入理由", input.reason === "" ? "" : sentence(input.reason), 16),
    wide("转办去向", input.goesTo),
    ...(approval === "" ? [] : [wide("批准文件", approval)]),
    ...(term === "" ? [] : [wide("起止日期", term)]),
    beside(["决定日期", chineseDay(input.decidedOn) || BLANK_DAY], ["出单日期", chineseDay(input.today)]),
    wide("出单单位", `${input.issuedBy}（章）`, 14),
    beside(["社区经办人", ""], ["来件方签收", ""]),
  ];
}
