import { SourceTag } from "#app/components/desk/checklist.tsx";
import type { Calculation } from "#app/domain/rule/calculator.ts";
import {
  askedWords,
  denominatorWords,
  figureWords,
  needLines,
  productWords,
  storyText,
  rulesText as text,
  unbroken,
  verdictWords,
} from "#app/text/rules.ts";
import { Story } from "./story.tsx";
import styles from "./threshold.module.css";

type Props = { calculation: Calculation };

/** What the figures come to: the verdict, what is still missing, every step, and who is counted. */
export function Outcome({ calculation }: Props) {
  const denominator = denominatorWords(calculation);
  return (
    <section className={styles.outcome} aria-labelledby="outcome-title">
      <h2 id="outcome-title" className={styles.outcomeTitle}>
        {text.result}
      </h2>
      <Entered calculation={calculation} />
      <Standing calculation={calculation} />
      <Needs calculation={calculation} />
      <h3 className={styles.part}>{text.steps}</h3>
      <Steps calculation={calculation} />
      {denominator && (
        <>
          <h3 className={styles.part}>{text.denominator}</h3>
          <p className={styles.note}>{denominator}</p>
        </>
      )}
      <Story story={storyText(calculation)} />
    </section>
  );
}

/** On paper, where the form is left out: the rule and the figures. */
function Entered({ calculation }: Props) {
  return (
    <div className={styles.printed}>
      <p className={styles.printedRule}>{calculation.rule.name}</p>
      <p>
        {text.figures}：
        {figureWords(calculation)
          .map(({ label, words }) => `${label} ${words}`)
          .join("，")}
      </p>
    </div>
  );
}

const SIGNS = { met: "✔", unmet: "✘", open: "○" } as const;
const stateOf = (met: boolean | null) => (met === null ? "open" : met ? "met" : "unmet");

/** A sign that a colour never says alone; read out as a word. */
function Sign({ met }: { met: boolean | null }) {
  const state = stateOf(met);
  return (
    <span className={`${styles.sign} ${styles[state]}`} role="img" aria-label={text[state]}>
      {SIGNS[state]}
    </span>
  );
}

/** The verdict, or why there is none yet. */
function Standing({ calculation }: Props) {
  const { verdict, problems, open } = calculation;
  const words = verdictWords(calculation);
  const amiss = Object.keys(problems).length > 0;
  const state = stateOf(verdict ? verdict.passed : null);
  return (
    <div className={`${styles.standing} ${styles[`standing-${state}`]}`} role="status">
      <p className={styles.verdict}>
        <span className={styles[state]} aria-hidden="true">
          {SIGNS[state]}
        </span>{" "}
        {words ?? (amiss ? text.mend : text.waiting)}
      </p>
      {!words && !amiss && <p className={styles.note}>{text.toFill(open)}</p>}
      {amiss && <p className={styles.note}>{[...new Set(Object.values(problems))].join("；")}</p>}
    </div>
  );
}

function Needs({ calculation }: Props) {
  const needs = needLines(calculation);
  if (needs.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{text.missing}</h3>
      <ul className={styles.needs}>
        {needs.map(({ text: words, met }) => (
          <li key={words} className={met === false ? styles.short : undefined}>
            <Sign met={met} />
            <span>{unbroken(words)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Each comparison as the minutes will tell it, with the integers that were compared and, where another begins, who asks it. */
function Steps({ calculation }: Props) {
  const sources = calculation.lines.map(({ comparison }) => comparison.source);
  const said = (index: number) => sources[index] !== sources[index - 1];
  return (
    <ol className={styles.steps}>
      {calculation.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: comparisons keep their places
        <li key={index} className={styles.step}>
          <Sign met={line.step ? line.step.met : null} />
          <div>
            <p className={styles.told}>{line.step ? unbroken(line.step.text) : askedWords(line.comparison)}</p>
            {line.step && <p className={styles.product}>{productWords(calculation, line)}</p>}
            {said(index) && (
              <p className={styles.source}>
                <SourceTag source={line.comparison.source} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
