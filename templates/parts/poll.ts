import { fillIn } from "#app/domain/document/wording.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Step } from "#app/domain/rule/types.ts";
import type { Source } from "#app/domain/source.ts";
import { partWords, pollModes, secondRoundName, verdictNames, voidedName } from "#app/text/terms.ts";
import type { Block } from "#templates/content.ts";
import type { Say } from "#templates/genre.ts";
import { ordinal } from "./numbering.ts";
import { labelled, printedSource, sentence } from "./wording.ts";

/** The figures of a closed poll. `cast` counts every ballot collected, invalid ones included. */
export type Tally = {
  mode: PollMode;
  /** What phones, papers and hands added, where tellers counted. */
  parts?: readonly ResultPart[];
  secondRound?: boolean;
  /** Voted on from home: nobody had to be in a room. */
  remote?: boolean;
  due: number;
  present: number;
  cast: number;
  for: number;
  against: number;
  abstain: number;
  invalid: number;
  passed: boolean;
  /** The same by area, in one sentence without its stop. */
  area?: string;
  /** Of a ballot that asks more than one yes or no: what each item or option got, and the word for all of it. */
  answers?: { lines: readonly { label: string; figures: string; verdict: string }[]; verdict: string };
};

/** Of a poll without a result: what was asked, how, and why it is void. */
export type VoidedPoll = { question: string; mode: PollMode; reason: string };

/** A poll as papers tell it. */
export type AskedPoll = Tally & {
  /** Under which its wording is kept. */
  id: string;
  question: string;
  /** The domain's sentence on what the figures mean. */
  sentence?: string;
  /** The options stood for election: everybody may know their names. */
  election?: true;
};

/** What a text says of a poll, with the figures by name. */
type Told = { said: string; figures: Record<string, string | number> };

const join = (parts: readonly Told[]): Told => ({
  said: parts.map(({ said }) => said).join(""),
  figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
});

/** “就‘…’采用…方式表决”, and who was to vote. */
function asked(poll: AskedPoll): Told {
  const round = poll.secondRound ? `${secondRoundName}，` : "";
  const { question, due, present, cast } = poll;
  const opening = `${round}就“{问题}”采用${pollModes[poll.mode]}方式表决。`;
  if (poll.remote) {
    const figures = { 问题: question, 应参加: due, 参与表决: cast };
    return { said: `${opening}应参加{应参加}人，参与表决{参与表决}人`, figures };
  }
  return { said: `${opening}应到{应到}人，到会{到会}人`, figures: { 问题: question, 应到: due, 到会: present } };
}

/** A single count by tellers is told as they read it out; of several ways of casting the sum comes first. */
function counted(poll: Tally): Told {
  const parts = partsOf(poll);
  if (poll.mode === "hands" || poll.mode === "paper")
    return { said: "。{计票}。", figures: { 计票: parts.join("；") } };
  const figures = { 收回: poll.cast, 同意: poll.for, 反对: poll.against, 弃权: poll.abstain, 无效: poll.invalid };
  const said = "，收回表决票{收回}张：同意{同意}票，反对{反对}票，弃权{弃权}票，无效{无效}票。";
  return join([{ said, figures }, among(parts, 1)]);
}

/** Of a ballot that asks more than one yes or no: the sheets. */
function sheets({ cast, invalid, abstain }: Tally): Told {
  const abstained = abstain > 0 ? "（其中弃权{弃权}张）" : "";
  const figures = { 收回: cast, 有效: cast - invalid, ...(abstain > 0 ? { 弃权: abstain } : {}), 无效: invalid };
  return { said: `，收回表决票{收回}张，有效{有效}张${abstained}，无效{无效}张。`, figures };
}

const partsOf = ({ parts = [] }: Tally): string[] => parts.map((part) => partWords(part).replaceAll(" ", ""));

const among = (parts: readonly string[], least: number): Told =>
  parts.length < least ? { said: "", figures: {} } : { said: "其中，{分项}。", figures: { 分项: parts.join("；") } };

/** The area, the word for it all, and the domain's sentence on what the figures mean. */
function judged(poll: AskedPoll): Told {
  const { area, answers, passed } = poll;
  const why = sentence(poll.sentence ?? "");
  return join([
    area ? { said: "{面积}。", figures: { 面积: area.replaceAll(" ", "") } } : { said: "", figures: {} },
    {
      said: "表决结果：{结果}。",
      figures: { 结果: answers?.verdict ?? (passed ? verdictNames.passed : verdictNames.failed) },
    },
    why === "" ? { said: "", figures: {} } : { said: "{说明}", figures: { 说明: why } },
  ]);
}

type Answer = NonNullable<Tally["answers"]>["lines"][number];

const answerLine = ({ label, figures, verdict }: Answer): string => `${label}：${figures}${verdict && `，${verdict}`}`;

/** The words as they are generated, where nobody may change them. */
const unchanged: Say = (_key, _label, generated, figures = {}) =>
  fillIn(generated, Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)])));

/** “就‘…’采用…方式表决”, the figures, and the domain's sentence on what they mean, all in one paragraph. */
export function pollSentence(poll: AskedPoll, say: Say = unchanged): string {
  const parts = [asked(poll), ...(poll.answers ? answered(poll, poll.answers.lines) : [counted(poll)]), judged(poll)];
  const { said, figures } = join(parts);
  return say(`poll-${poll.id}`, `表决情况：${poll.question}`, said, figures);
}

function answered(poll: AskedPoll, lines: readonly Answer[]): Told[] {
  const results = lines.map(answerLine).join("；").replaceAll(" ", "");
  return [sheets(poll), { said: "{各项}。", figures: { 各项: results } }, among(partsOf(poll), 2)];
}

/** The same with a numbered paragraph of its own for each item of the ballot. A single question is told in one paragraph. */
export function pollTexts(poll: AskedPoll, say: Say): [string, ...string[]] {
  if (!poll.answers) return [pollSentence(poll, say)];
  const opening = join([asked(poll), sheets(poll)]);
  const ending = join([among(partsOf(poll), 2), judged(poll)]);
  return [
    say(`poll-${poll.id}`, `表决情况：${poll.question}`, opening.said, opening.figures),
    ...poll.answers.lines.map((line, index) => `${ordinal(4, index + 1)}${sentence(answerLine(line))}`),
    say(`poll-${poll.id}-result`, `表决结果：${poll.question}`, ending.said, ending.figures),
  ];
}

/** A poll that went wrong, as the minutes tell it: never with a figure. */
export function voidedBlock({ question, mode, reason }: VoidedPoll): Block {
  return {
    kind: "paragraph",
    lead: "表决情况：",
    text: `就“${question}”的${pollModes[mode]}表决${voidedName}，没有结果。理由：${sentence(reason)}`,
  };
}

/** A poll as the minutes tell it. */
export type CountedPoll = AskedPoll & {
  /** Who counted hands or papers. */
  tellers?: readonly string[];
  /** The steps of the count, printed as they are. */
  steps: readonly Step[];
  rule: { name: string; source: Source };
};

/** The count with its figures, the rule with its source and each step, so that a reader can do the sum again. */
export function pollBlocks(entry: CountedPoll, say: Say): Block[] {
  const ruleSource = printedSource(entry.rule.source);
  const others = entry.steps.filter((step) => step.text !== entry.sentence);
  const steps = others.map((step, index) => {
    const source = printedSource(step.source);
    const number = others.length > 1 ? ordinal(4, index + 1) : "";
    return `${number}${step.text}${source === ruleSource ? "" : `（依据：${source}）`}`;
  });
  const [first, ...further] = pollTexts(entry, say);
  const facts = labelled([
    ["表决规则", entry.rule.name],
    ["依据", ruleSource],
    ["计票人", entry.tellers?.join("、")],
  ]);
  return [
    { kind: "paragraph", lead: "表决情况：", text: first },
    ...[...further, facts].map((text) => ({ kind: "paragraph" as const, text })),
    ...(steps.length === 0 ? [] : [{ kind: "paragraph" as const, text: `计算过程：${sentence(steps.join("；"))}` }]),
  ];
}
