import type { Block, Column } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { BLANK_DAY, beside, wide } from "#templates/parts/pen.ts";

/** One walk: who went where and saw what, as entered; empty where it is to be written by hand. */
export type PatrolRound = {
  /** What it goes to look at. */
  issues: { number: number; title: string; place: string }[];
  leader: string;
  members: string[];
  route: string;
  /** What was seen, point by point: “3号楼前：已修好”. */
  points: string[];
  /** 有没有新问题 */
  result: string;
  /** New problems; `issue` once one is on the list under a number. */
  findings: { text: string; issue?: number }[];
  /** When and by whom it was entered; empty on a sheet for the pen. */
  enteredOn: string;
  enteredBy: string;
};

export type PatrolRecordInput = Common & {
  /** The meeting or the issue, for the file's name. */
  matter: string;
  /** The day on which the sheet is made out, "YYYY-MM-DD". */
  today: string;
  rounds: PatrolRound[];
};

/** 156 mm in all. */
const COLUMNS: Column[] = [
  { head: "序号", millimetres: 12 },
  { head: "地点", millimetres: 36, align: "left" },
  { head: "现场情况", millimetres: 58, align: "left" },
  { head: "缓急", millimetres: 16 },
  { head: "处理意见", millimetres: 34, align: "left" },
];

/** Lines of a sheet that is written by hand. */
const LEAST_LINES = 8;
/** A place that goes before a colon is no longer than this. */
const POINT = /^([^：:]{1,20})[：:](.+)$/su;

/** 巡查记录表: filled from what was entered, else for a pen. Photographs are never asked for. */
export const patrolRecord = defineGenre<PatrolRecordInput>({
  id: "patrol-record",
  name: "巡查记录表",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.matter }),
  required: () => [],
  write: (input) =>
    sheets(input).flatMap((round, index): Block[] => [
      ...(index > 0 ? [{ kind: "page" } as const] : []),
      { kind: "title", text: `${input.community}巡查记录表` },
      { kind: "form", rows: head(round) },
      { kind: "table", columns: COLUMNS, rows: lines(round), rowMillimetres: 11 },
      { kind: "sign-line", labels: ["组长签名", "组员签名"] },
      {
        kind: "fine-print",
        text: "一处一行。急的当天报社区处理，缓的列入下次清单。照片自愿，不拍行人面部和住户门牌。",
      },
    ]),
});

const NOTHING: PatrolRound = {
  issues: [],
  leader: "",
  members: [],
  route: "",
  points: [],
  result: "",
  findings: [],
  enteredOn: "",
  enteredBy: "",
};

const sheets = ({ rounds }: PatrolRecordInput): PatrolRound[] => (rounds.length === 0 ? [NOTHING] : rounds);

function head({ issues, leader, members, route, result, enteredOn, enteredBy }: PatrolRound) {
  const entered = enteredOn === "" ? "" : `${chineseDay(enteredOn)}，${enteredBy}`;
  return [
    beside(["巡查时间", BLANK_DAY], ["登记", entered]),
    beside(["组长", leader], ["组员", members.join("、")]),
    wide("路线", route),
    wide("巡查事项", issues.map(({ number, title }) => `议题${number}：${title}`).join("\n")),
    wide("有无新问题", result === "" ? "□没有　□有，共　　　件" : result),
  ];
}

function lines({ issues, points, findings, enteredOn }: PatrolRound): string[][] {
  const seen = points.map((point) => [...placed(point), ""]);
  const found = findings.map(({ text, issue }) => {
    return [...placed(text), issue === undefined ? "列入清单" : `列为议题${issue}`];
  });
  // On a sheet for the pen the places to go to stand there already.
  const toSee = enteredOn === "" ? issues.map(({ place }) => [place, "", ""]) : [];
  const rows = [...toSee, ...seen, ...found];
  const blank = Array.from({ length: Math.max(0, LEAST_LINES - rows.length) }, () => ["", "", ""]);
  return [...rows, ...blank].map(([place = "", what = "", handling = ""], index) => {
    return [String(index + 1), place, what, "□急\n□缓", handling];
  });
}

/** “3号楼前：已修好” → the place and what was seen there; without a place all of it is what was seen. */
function placed(text: string): [string, string] {
  const [, place = "", what = text] = POINT.exec(text) ?? [];
  return [place.trim(), what.trim()];
}
