import type { Block, Column } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { calendarDay, chineseDate, clockTime, timeSpan } from "#templates/parts/dates.ts";
import { fullTitle, sentence } from "#templates/parts/wording.ts";

/** One line of the meeting's roll. */
export type AttendanceRow = {
  name: string;
  /** 身份, for example 居民代表. */
  seat: string;
  /** 所代表的单位或楼栋 */
  unit: string;
  votingRight: boolean;
  /** Absent: not checked in; the place for the signature stays free on paper. */
  presentAt?: Date;
  /** How they checked in: ticked by staff, by personal token, by name and screen code. */
  via?: "desk" | "token" | "name" | "proxy";
  /** Who holds this person's written authority 委托书. */
  holder?: string;
};

/** 委托: who votes for whom, by what paper. */
export type AttendanceProxy = { principal: string; holder: string; authority: string };

export type AttendanceSheetInput = Common & {
  meetingTitle: string;
  start: Date;
  end?: Date;
  place: string;
  chair: string;
  recorder: string;
  /** False before the meeting: who comes is then filled in by hand. */
  begun?: boolean;
  rows: AttendanceRow[];
  /** Published with the roll where the rule knows proxies; nothing where there are none. */
  proxies?: AttendanceProxy[];
  /** 应到: members with a voting right. */
  due: number;
  /** Of those, how many are present. */
  present: number;
  /** 法定人数: how many must be present. */
  needed: number;
  quorumMet: boolean;
  /** Counted in those who come, unless it says otherwise: those who vote (elections), or they and their areas (owners). */
  basis?: "present" | "votes" | "area";
  /** The domain's sentence on the quorum, printed as it is. */
  quorumSentence: string;
};

/** 156 mm in all. */
const COLUMNS: Column[] = [
  { head: "序号", millimetres: 12 },
  { head: "姓名", millimetres: 22 },
  { head: "身份", millimetres: 27 },
  { head: "单位或楼栋", millimetres: 34 },
  { head: "表决权", millimetres: 15 },
  { head: "到会时间", millimetres: 20 },
  { head: "签名", millimetres: 26 },
];

/** Whoever staff tick off signs on the paper: that cell stays free. Of whoever is represented it says by whom, whether or not they came yet. */
const MARK: Record<NonNullable<AttendanceRow["via"]>, string> = {
  desk: "",
  token: "手机签到",
  name: "手机签到",
  proxy: "委托",
};

/** 签到表. Signatures are made on paper; who checked in by phone is marked as such in that column. */
export const attendanceSheet = defineGenre<AttendanceSheetInput>({
  id: "attendance-sheet",
  name: "签到表",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ["会议地点", "plan", input.place],
    ["主持人", "plan", input.chair],
    ["记录人", "plan", input.recorder],
    ["应到名单", "roll", input.rows],
    ["应到名单中的姓名", "roll", input.rows.every((row) => row.name !== "")],
  ],
  write: (input) => [
    { kind: "title", text: `${fullTitle(input)}签到表` },
    {
      kind: "fields",
      items: [
        { label: "会议时间", value: timeSpan(input.start, input.end) },
        { label: "会议地点", value: input.place },
        { label: "主持人", value: input.chair },
        { label: "记录人", value: input.recorder },
      ],
    },
    {
      kind: "table",
      columns: COLUMNS,
      rows: input.rows.map((row, index) => cells(input, row, index)),
      rowMillimetres: 10,
    },
    { kind: "paragraph", lead: "到会统计：", text: count(input) },
    ...proxies(input),
    { kind: "paragraph", lead: "法定人数：", text: quorum(input) },
    { kind: "sign-line", labels: ["主持人宣布"] },
    { kind: "sign-line", labels: ["记录人签名", "监督人签名"] },
  ],
});

function cells(input: AttendanceSheetInput, row: AttendanceRow, index: number): string[] {
  const sameDay = calendarDay(row.presentAt) === calendarDay(input.start);
  const time = sameDay ? clockTime(row.presentAt) : `${chineseDate(row.presentAt)}\n${clockTime(row.presentAt)}`;
  const came = row.presentAt !== undefined && row.via !== undefined ? MARK[row.via] : "";
  const mark = row.holder ? `委托${row.holder}` : came;
  return [String(index + 1), row.name, row.seat, row.unit, row.votingRight ? "有" : "无", time.trim(), mark];
}

const BLANK = "________";

function count(input: AttendanceSheetInput): string {
  if (input.begun === false) {
    return `名单共${input.rows.length}人，实到${BLANK}人；应到有表决权${input.due}人，实到${BLANK}人。`;
  }
  const all = input.rows.filter((row) => row.presentAt !== undefined).length;
  const represented = input.rows.filter((row) => row.presentAt !== undefined && row.via === "proxy").length;
  const also = represented > 0 ? `，其中委托出席${represented}人` : "";
  return `名单共${input.rows.length}人，实到${all}人${also}；应到有表决权${input.due}人，实到${input.present}人。`;
}

/** 委托受托名单, pair by pair, with what each written authority says of itself. */
function proxies({ proxies: list = [] }: AttendanceSheetInput): Block[] {
  if (list.length === 0) return [];
  const pairs = list.map(({ principal, holder, authority }) => `${principal}委托${holder}（${authority}）`);
  const originals = `委托书共${list.length}份，附后备查。受托人在委托人的签名处签自己的姓名，并注明“代”。`;
  return [
    { kind: "paragraph", lead: "委托情况：", text: `${pairs.join("；")}。` },
    { kind: "paragraph", text: originals },
  ];
}

function quorum(input: AttendanceSheetInput): string {
  if (input.basis === "area") return "按参与表决的业主人数和专有部分面积计，不以到会人数为准，见表决结果。";
  if (input.basis === "votes") return `按参加投票的人数计，须${input.needed}人参加投票，见表决结果。`;
  if (input.needed === 0) return "本次会议不设法定人数。";
  if (input.begun === false) return `须到会${input.needed}人，是否达到：${BLANK}。`;
  const verdict = input.quorumMet ? "已达到法定人数" : "未达到法定人数";
  return `须到会${input.needed}人，${verdict}。${sentence(input.quorumSentence)}`;
}
