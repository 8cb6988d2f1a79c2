import type { Calculation, Entry } from "#app/domain/rule/calculator.ts";
import { countAt } from "#app/domain/rule/comparison.ts";
import { denominatorNote } from "#app/domain/rule/evaluate.ts";
import { fractionWords } from "#app/domain/rule/fraction.ts";
import type { Need } from "#app/domain/rule/needed.ts";
import type { THRESHOLD_GROUPS } from "#app/domain/rule/shares.ts";
import type { Measure } from "#app/domain/rule/types.ts";
import { sourceLine } from "#app/domain/source.ts";
import { verdictNames } from "./terms.ts";

type Kind = Calculation["kind"];

const groups: Record<(typeof THRESHOLD_GROUPS)[number]["id"], string> = {
  residents: "城市社区",
  villagers: "农村",
  owners: "业主",
  party: "党内会议",
  deliberation: "协商议事",
  local: "地方做法",
  proposals: "谁可以提议开会",
  compositions: "代表会议怎么组成",
};

const verdicts: Record<Kind, { passed: string; failed: string; noQuorum: string }> = {
  poll: { ...verdictNames, noQuorum: `${verdictNames.failed}：没有达到法定人数` },
  proposal: { passed: "够了，应当召集会议", failed: "还不够", noQuorum: "还不够" },
  composition: { passed: "符合", failed: "不符合", noQuorum: "不符合" },
};

/** Wording of the 门槛计算器. */
export const rulesText = {
  title: "门槛计算器",
  lead: "选一条规则，填几个数，就看得到每一步怎么比、还差多少。只算，不保存。",
  groups,
  choose: "规则",
  chooseHint: "点开选，也可以打几个字找",
  nothingFound: "没有这样的规则",
  take: "选用",
  source: "依据",
  counting: "怎么数",
  overlays: "当地另有规定",
  overlaysHint: "勾上以后，国家规定和当地规定都要达到。",
  heads: (unit: string) => (unit === "户" ? "户数" : "人数"),
  area: "面积（㎡，两位小数）",
  rest: "其余的票（可不填）",
  calculate: "计算",
  result: "结果",
  waiting: "还没填全",
  mend: "有的数要改",
  toFill: (entries: readonly Entry[]) => `还要填：${entries.map(({ label }) => label).join("、")}`,
  verdicts,
  missing: "还差多少",
  steps: "一步一步怎么比",
  met: "达到",
  unmet: "未达到",
  open: "待填",
  denominator: "谁在分母里",
  copy: "复制步骤",
  copied: "已复制",
  selected: "已选中，请按 Ctrl+C（手机上长按）复制",
  asText: "步骤文字",
  print: "打印",
  examples: "现成的例子",
  examplesHint: "点一个，就按它的数来算。",
  figures: "填的数",
  toCalculator: "门槛计算器：填数试一试",
  /** Said to programs. */
  noOverlay: "没有这项地方规定，或它不加在这条规则上。",
} as const;

/** “12,345”. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** “37 人”, “2,105.32 ㎡”; areas in 0.01 m². */
export function amount(n: number, measure: Measure, unit: string): string {
  if (measure === "heads") return `${grouped(n)} ${unit}`;
  return `${grouped(Math.floor(n / 100))}.${String(n % 100).padStart(2, "0")} ㎡`;
}

/** A figure and its unit end up on one line. */
export const unbroken = (words: string): string => words.replace(/(\d) (?=人|户|㎡|平方米)/g, "$1\u00a0");

/** What one count still lacks, heads and area in one sentence: “参与表决业主还差 37 人、2,105.32 ㎡（至少 …）”. */
export interface NeedLine {
  readonly text: string;
  /** `null` where the figure itself is not filled in yet. */
  readonly met: boolean | null;
}

/** What is still missing, one line a count, heads and area together. */
export function needLines({ needs, open }: Calculation): readonly NeedLine[] {
  const bases = [...new Set(needs.map(({ field }) => field.replace(/^area\./, "")))];
  return bases.flatMap((base) => {
    const same = needs.filter(({ field }) => field === base || field === `area.${base}`);
    const unfilled = same.some(({ field }) => open.some((entry) => entry.field === field));
    return [lineOf(same, unfilled), ...(open.length === 0 ? joiningLine(same) : [])];
  });
}

const list = (needs: readonly Need[], of: (need: Need) => number) =>
  needs.map((need) => amount(of(need), need.measure, need.unit)).join("、");

function lineOf(needs: readonly Need[], unfilled: boolean): NeedLine {
  const [first] = needs;
  if (!first) return { text: "", met: null };
  const by = first.role === "pass" ? `按${first.ofLabel} ${list(needs, ({ of }) => of)}算，` : "";
  const least = `至少 ${list(needs, (need) => need.least)}`;
  if (unfilled) return { text: `${first.label}${by ? `（${by.slice(0, -1)}）` : ""}${least}`, met: null };
  const short = needs.filter(({ missing }) => missing > 0);
  if (short.length === 0) return { text: `${first.label}够了（${by}${least}）`, met: true };
  return { text: `${first.label}还差 ${list(short, ({ missing }) => missing)}（${by}${least}）`, met: false };
}

function joiningLine(needs: readonly Need[]): readonly NeedLine[] {
  const joining = needs.filter((need) => need.joining !== undefined);
  if (joining.length === 0 || needs.every(({ missing }) => missing === 0)) return [];
  if (joining.some((need) => need.joining === null)) {
    return [{ text: "已投的票不变，其余的都来投同意，也不够。", met: false }];
  }
  const more = list(
    joining.filter((need) => need.joining !== 0),
    (need) => need.joining ?? 0,
  );
  return [{ text: `已投的票不变，要再有 ${more} 参与并且同意。`, met: false }];
}

/** Who stays in the denominator, for every rule that holds. */
export const denominatorWords = ({ rules, kind }: Calculation): string =>
  kind === "poll" ? [...new Set(rules.map(denominatorNote))].join("") : "";

/** “60”, or “70,000.00 ㎡”, of every figure that is there. */
export function figureWords({ entries, counts }: Calculation): readonly { label: string; words: string }[] {
  return entries.flatMap((entry) => {
    const n = countAt(counts, entry);
    return n === undefined ? [] : [{ label: entry.label, words: amount(n, entry.measure, entry.unit) }];
  });
}

/** “到会须占应到的三分之二以上（≥2/3）”, of a comparison whose figures are not there yet. */
export const askedWords = ({ fraction, part, whole }: Calculation["lines"][number]["comparison"]): string =>
  `${part.label}须占${whole.label}的${fractionWords(fraction)}`;

const plain = (n: number, measure: Measure): string => amount(n, measure, "").replace(/ ㎡$| $/, "");

/** “41 × 3 = 123 ≥ 60 × 2 = 120”: the integers that were compared, for whoever wants to reckon along. */
export function productWords({ counts }: Calculation, { comparison, step }: Calculation["lines"][number]): string {
  if (!step) return "";
  const { fraction, part, whole, measure } = comparison;
  const side = (figure: typeof part, times: number, product: number) =>
    `${plain(countAt(counts, figure) ?? 0, measure)} × ${times} = ${plain(product, measure)}`;
  const sign = step.left > step.right ? "大于" : step.left < step.right ? "小于" : "等于";
  return `${side(part, fraction.denominator, step.left)}，${side(whole, fraction.numerator, step.right)}，前者${sign}后者`;
}

/** The verdict in words; `null` until there is one. */
export function verdictWords({ verdict, kind }: Calculation): string | null {
  if (!verdict) return null;
  const { passed, failed, noQuorum } = verdicts[kind];
  return verdict.passed ? passed : verdict.quorumMet ? failed : noQuorum;
}

/** Everything as plain text, for a message or the minutes. */
export function storyText(calculation: Calculation): string {
  const { rule, rules, lines, overlays } = calculation;
  const beside = overlays.filter(({ chosen }) => chosen);
  return [
    rule.name,
    `${rulesText.source}：${[...new Set([...rules.map(({ source }) => source), ...beside.map(({ source }) => source)].map(sourceLine))].join("；")}`,
    ...beside.map(({ name }) => `${rulesText.overlays}：${name}`),
    `${rulesText.figures}：${figureWords(calculation)
      .map(({ label, words }) => `${label} ${words}`)
      .join("，")}`,
    ...lines.flatMap(({ step }, index) => (step ? [`${index + 1}. ${step.text}`] : [])),
    `${rulesText.result}：${verdictWords(calculation) ?? rulesText.waiting}`,
    ...needLines(calculation).flatMap(({ text, met }) => (met === false ? [text] : [])),
  ].join("\n");
}
