/** The columns of a roll file, in the order of the sample. */
export const ROLL_FIELDS = ["name", "seat", "unit", "phone", "votingRight"] as const;
export type RollField = (typeof ROLL_FIELDS)[number];

/** First name of each column is the one the sample and the messages use. */
export const ROLL_HEADERS: Readonly<Record<RollField, readonly [string, ...string[]]>> = {
  name: ["姓名", "名字", "人员姓名", "代表姓名"],
  seat: ["身份", "职务", "席位", "身份/职务", "类别", "代表类别"],
  unit: ["单位", "楼栋", "住址", "单位/楼栋", "单位或楼栋", "楼号", "地址", "房号", "所在单位"],
  phone: ["电话", "手机", "手机号", "电话号码", "联系电话", "联系方式", "手机号码"],
  votingRight: ["表决权", "有无表决权", "是否有表决权", "表决"],
};

/** Columns that sheets carry for the eye; they are passed over without a word. */
const IGNORED = new Set(["序号", "编号", "no", "no."]);

/** A cell as it is compared: full-width forms narrowed, no spaces, no “:” or “*” behind a heading. */
function plainCell(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[:*]+$/, "")
    .toLowerCase();
}

/** Which column a heading names; `null` for one to pass over, `undefined` for an unknown one. */
export function fieldOfHeading(text: string): RollField | null | undefined {
  const heading = plainCell(text);
  if (heading === "" || IGNORED.has(heading)) return null;
  return ROLL_FIELDS.find((field) => ROLL_HEADERS[field].some((name) => name === heading));
}

const YES = new Set(["有", "是", "√", "✓", "✔", "☑", "y", "yes", "1", "true", "对", "具有"]);
const NO = new Set(["无", "否", "×", "✗", "✘", "x", "n", "no", "0", "false", "没有"]);
const TICKS = new Set(["√", "✓", "✔", "☑"]);

/** 有/无, 是/否, ✓/×; `undefined` for anything else. */
export function readVotingRight(text: string): boolean | undefined {
  const word = plainCell(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** Whether a column says yes by a tick and no by an empty cell. */
export function isTickColumn(cells: readonly string[]): boolean {
  const words = cells.map(plainCell).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => TICKS.has(word));
}
