import type { PollMode } from "#app/domain/poll/machine.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Step } from "#app/domain/rule/types.ts";
import type { Source } from "#app/domain/source.ts";
import { partWords, pollModes, secondRoundName, verdictNames, voidedName } from "#app/text/terms.ts";
import type { Block } from "#templates/content.ts";
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

/** All figures of a count in one sentence, in the order in which they are read out. */
function tallySentence(tally: Tally): string {
  const { due, present, cast, area } = tally;
  const who = tally.remote ? `应参加${due}人，参与表决${cast}人` : `应到${due}人，到会${present}人`;
  return (
    `采用${pollModes[tally.mode]}方式表决。${who}${figures(tally)}${area ? `${area.replaceAll(" ", "")}。` : ""}` +
    `表决结果：${tally.answers?.verdict ?? (tally.passed ? verdictNames.passed : verdictNames.failed)}。`
  );
}

/** A single count by tellers is told as they read it out; of several ways of casting the sum comes first. */
function figures(tally: Tally): string {
  const parts = (tally.parts ?? []).map((part) => partWords(part).replaceAll(" ", ""));
  const { answers } = tally;
  if (answers) {
    const lines = answers.lines.map(
      ({ label, figures, verdict }) => `${label}：${figures}${verdict && `，${verdict}`}`,
    );
    const abstained = tally.abstain > 0 ? `（其中弃权${tally.abstain}张）` : "";
    const valid = `有效${tally.cast - tally.invalid}张${abstained}`;
    const sheets = `收回表决票${tally.cast}张，${valid}，无效${tally.invalid}张`;
    return `，${sheets}。${lines.join("；").replaceAll(" ", "")}。${parts.length > 1 ? `其中，${parts.join("；")}。` : ""}`;
  }
  if (tally.mode === "hands" || tally.mode === "paper") return `。${parts.join("；")}。`;
  const sum =
    `，收回表决票${tally.cast}张：` +
    `同意${tally.for}票，反对${tally.against}票，弃权${tally.abstain}票，无效${tally.invalid}票。`;
  return parts.length === 0 ? sum : `${sum}其中，${parts.join("；")}。`;
}

/** “就‘…’采用…方式表决”, the figures, and the domain's sentence on what they mean. */
export function pollSentence(poll: Tally & { question: string; sentence?: string }): string {
  const round = poll.secondRound ? `${secondRoundName}，` : "";
  return `${round}就“${poll.question}”${tallySentence(poll)}${sentence(poll.sentence ?? "")}`;
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
export type CountedPoll = Tally & {
  question: string;
  /** Who counted hands or papers. */
  tellers?: readonly string[];
  /** The reason in one sentence, printed as it is. */
  sentence?: string;
  /** The steps of the count, printed as they are. */
  steps: readonly Step[];
  rule: { name: string; source: Source };
};

/** The count with its figures, the rule with its source and each step, so that a reader can do the sum again. */
export function pollBlocks(entry: CountedPoll): Block[] {
  const ruleSource = printedSource(entry.rule.source);
  const others = entry.steps.filter((step) => step.text !== entry.sentence);
  const steps = others.map((step, index) => {
    const source = printedSource(step.source);
    const number = others.length > 1 ? ordinal(4, index + 1) : "";
    return `${number}${step.text}${source === ruleSource ? "" : `（依据：${source}）`}`;
  });
  return [
    { kind: "paragraph", lead: "表决情况：", text: pollSentence(entry) },
    {
      kind: "paragraph",
      text: labelled([
        ["表决规则", entry.rule.name],
        ["依据", ruleSource],
        ["计票人", entry.tellers?.join("、")],
      ]),
    },
    ...(steps.length === 0 ? [] : [{ kind: "paragraph" as const, text: `计算过程：${sentence(steps.join("；"))}` }]),
  ];
}
