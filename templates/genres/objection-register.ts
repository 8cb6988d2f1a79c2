import type { Block, Column } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { BLANK_DAY, beside, boxes, wide } from "#templates/parts/pen.ts";

/** One objection to an issued paper; days as "YYYY-MM-DD", empty where there is none yet. */
export type RegisteredObjection = {
  /** 登记编号 */
  number: number;
  /** 公示件 with its number, where it has one. */
  paper: string;
  paperNumber: string;
  /** Empty: anonymous. */
  objector: string;
  contact: string;
  content: string;
  evidence: string;
  receivedOn: string;
  receivedBy: string;
  replyBy: string;
  reply: string;
  repliedBy: string;
  repliedOn: string;
  satisfied?: boolean;
  further: string;
};

export type ObjectionRegisterInput = Common & {
  /** The meeting or the issue, for the file's name. */
  matter: string;
  /** The day on which the register is printed, "YYYY-MM-DD". */
  today: string;
  /** Days within which an objection is answered: this house's own default. */
  replyDays: number;
  objections: RegisteredObjection[];
};

/** 156 mm in all. */
const COLUMNS: Column[] = [
  { head: "编号", millimetres: 12 },
  { head: "公示件", millimetres: 46, align: "left" },
  { head: "收到", millimetres: 38 },
  { head: "答复期限", millimetres: 38 },
  { head: "答复", millimetres: 22 },
];

/** 异议登记表: one page an objection, more than one with a list before them; without any a blank one for the pen. */
export const objectionRegister = defineGenre<ObjectionRegisterInput>({
  id: "objection-register",
  name: "异议登记表",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.matter }),
  required: () => [],
  write: (input) => [
    ...list(input),
    ...(input.objections.length === 0
      ? blank(input)
      : input.objections.flatMap((each, index) => page(input, each, index))),
  ],
});

function list({ community, objections }: ObjectionRegisterInput): Block[] {
  if (objections.length < 2) return [];
  const open = objections.filter(({ repliedOn }) => repliedOn === "").length;
  return [
    { kind: "title", text: `${community}异议登记表`, below: "（目录）" },
    {
      kind: "paragraph",
      text: `共登记异议${objections.length}件，已答复${objections.length - open}件，未答复${open}件。`,
    },
    {
      kind: "table",
      columns: COLUMNS,
      rows: objections.map(({ number, paper, receivedOn, replyBy, repliedOn }) => {
        return [
          String(number),
          paper,
          chineseDay(receivedOn),
          chineseDay(replyBy),
          repliedOn === "" ? "未答复" : "已答复",
        ];
      }),
      rowMillimetres: 10,
    },
  ];
}

function page(input: ObjectionRegisterInput, objection: RegisteredObjection, index: number): Block[] {
  const { number, paper, paperNumber, objector, contact, content, evidence, receivedOn, receivedBy } = objection;
  const { replyBy, reply, repliedBy, repliedOn, satisfied, further } = objection;
  const named = paperNumber === "" ? paper : `${paper}（${paperNumber}）`;
  const answered = satisfied === undefined ? boxes(["满意", "不满意"]) : satisfied ? "满意" : "不满意";
  return sheet(input, index > 0 || input.objections.length > 1, `（编号${number}）`, [
    wide("公示件", named),
    beside(["异议人", objector === "" ? "匿名" : objector], ["联系方式", contact]),
    wide("异议内容", content, 30),
    wide("证据", evidence, 14),
    beside(["收到时间", chineseDay(receivedOn)], ["答复期限", chineseDay(replyBy)]),
    wide("答复内容", reply, 30),
    beside(["答复人", repliedBy], ["答复时间", chineseDay(repliedOn) || BLANK_DAY]),
    wide("是否满意", repliedOn === "" ? boxes(["满意", "不满意"]) : answered),
    wide("后续途径", further, 14),
    ...(receivedBy === "" ? [] : [wide("登记人", receivedBy)]),
  ]);
}

function blank(input: ObjectionRegisterInput): Block[] {
  return sheet(input, false, "（编号　　　）", [
    wide("公示件", ""),
    beside(["异议人", "（可不写姓名）"], ["联系方式", ""]),
    wide("异议内容", "", 30),
    wide("证据", "", 14),
    beside(["收到时间", BLANK_DAY], ["答复期限", BLANK_DAY]),
    wide("答复内容", "", 30),
    beside(["答复人", ""], ["答复时间", BLANK_DAY]),
    wide("是否满意", boxes(["满意", "不满意"])),
    wide("后续途径", "", 14),
  ]);
}

function sheet(
  { community, replyDays }: ObjectionRegisterInput,
  onNewPage: boolean,
  below: string,
  rows: Extract<Block, { kind: "form" }>["rows"],
): Block[] {
  return [
    ...(onNewPage ? [{ kind: "page" } as const] : []),
    { kind: "title", text: `${community}异议登记表`, below },
    { kind: "form", rows },
    { kind: "sign-line", labels: ["登记人签名", "答复人签名"] },
    {
      kind: "fine-print",
      text: `可以匿名提出，匿名的照样登记、答复。答复期限默认为收到后${replyDays}日，由社区自定；当地另有规定的，从其规定。`,
    },
  ];
}
