import type { Step } from "#app/domain/rule/types.ts";
import type { Source } from "#app/domain/source.ts";
import { pollModes, verdictNames } from "#app/text/terms.ts";
import type { Block } from "#templates/content.ts";
import { ordinal } from "./numbering.ts";
import { labelled, printedSource, sentence } from "./wording.ts";

/** The figures of a closed poll. `cast` counts every ballot collected, invalid ones included. */
export type Tally = {
  secret: boolean;
  due: number;
  present: number;
  cast: number;
  for: number;
  against: number;
  abstain: number;
  invalid: number;
  passed: boolean;
};

/** All figures of a count in one sentence, in the order in which they are read out. */
function tallySentence(tally: Tally): string {
  const mode = tally.secret ? pollModes.secret : pollModes.named;
  return (
    `采用${mode}方式表决。应到${tally.due}人，到会${tally.present}人，收回表决票${tally.cast}张：` +
    `同意${tally.for}票，反对${tally.against}票，弃权${tally.abstain}票，无效${tally.invalid}票。` +
    `表决结果：${tally.passed ? verdictNames.passed : verdictNames.failed}。`
  );
}

/** “就‘…’采用…方式表决”, the figures, and the domain's sentence on what they mean. */
export function pollSentence(poll: Tally & { question: string; sentence?: string }): string {
  return `就“${poll.question}”${tallySentence(poll)}${sentence(poll.sentence ?? "")}`;
}

/** A poll as the minutes tell it. */
export type CountedPoll = Tally & {
  question: string;
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
      ]),
    },
    ...(steps.length === 0 ? [] : [{ kind: "paragraph" as const, text: `计算过程：${sentence(steps.join("；"))}` }]),
  ];
}
