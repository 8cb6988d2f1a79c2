import { type AnswerLine, answerLines, areaWords, verdictWord } from "#app/text/answers.ts";
import { roomText as text } from "#app/text/room.ts";
import answer from "./answers.module.css";
import styles from "./poll.module.css";
import { Reveal } from "./reveal.tsx";
import type { PollView } from "./types.ts";

const FIGURES = ["for", "against", "abstain", "invalid"] as const;

type Props = {
  poll: PollView;
  writable: boolean;
  /** The room still looks at it. */
  before: boolean;
  latest?: boolean;
};

/** A counted poll: figures, verdict, how it was reckoned, and what the room has been shown of it. */
export function PollResult({ poll, writable, before, latest = false }: Props) {
  const { result } = poll;
  if (poll.state === "voided") return <VoidedPoll poll={poll} />;
  if (!result) return null;
  const answers = answerLines(result);
  const area = areaWords(result);
  const { good, word } = verdictWord(result);
  return (
    <div className={styles.result}>
      <PollKind poll={poll} />
      <p className={styles.question} title={poll.question}>
        {poll.question}
      </p>
      <p className={good ? styles.passed : styles.failed}>
        <span aria-hidden="true">{good ? "✔ " : "✘ "}</span>
        {result.quorumMet || result.election ? word : area ? text.poll.tooFewVoted : text.poll.noQuorum}
      </p>
      {answers.length > 0 ? (
        <Answers lines={answers} />
      ) : (
        <dl className={styles.figures}>
          {FIGURES.filter((name) => name !== "invalid" || result.invalid > 0).map((name) => (
            <div key={name}>
              <dt>{text.poll.figures[name]}</dt>
              <dd>{result[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {area && <p className={styles.note}>{area}</p>}
      {text.poll.parts(result.parts ?? []).map((words) => (
        <p key={words} className={styles.note}>
          {words}
        </p>
      ))}
      <details className={styles.steps}>
        <summary>{text.poll.steps}</summary>
        <ol>
          {result.steps.map((step) => (
            <li key={step.text} className={step.met ? styles.met : styles.unmet}>
              <span aria-hidden="true">{step.met ? "✔ " : "✘ "}</span>
              {step.text}
            </li>
          ))}
        </ol>
      </details>
      {writable && <Reveal poll={poll} before={before} latest={latest} />}
    </div>
  );
}

/** Item by item, or option by option. */
function Answers({ lines }: { lines: readonly AnswerLine[] }) {
  return (
    <ol className={answer.answers}>
      {lines.map(({ id, label, figures, good, verdict }) => (
        <li key={id}>
          <span>{label}</span>
          <span className={answer.figures}>{figures}</span>
          {verdict && (
            <b className={good ? answer.good : answer.bad}>
              <span aria-hidden="true">{good ? "✔ " : "✘ "}</span>
              {verdict}
            </b>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Which item, how it is voted, by which rule. */
export function PollKind({ poll }: { poll: PollView }) {
  const { itemPosition, mode, alsoPaper, alsoHands, secondRound, ruleName } = poll;
  const words = [
    ...(itemPosition === null ? [] : [text.poll.onItem(itemPosition)]),
    ...(secondRound ? [text.poll.secondRoundMark] : []),
    text.poll.modes[mode],
    ...(alsoPaper ? [text.poll.alsoPaper] : []),
    ...(alsoHands ? [text.poll.alsoHands] : []),
    ruleName,
  ];
  return <p className={styles.kind}>{words.join(" · ")}</p>;
}

/** It has no result: what was asked, that it is void, and why. */
function VoidedPoll({ poll }: { poll: PollView }) {
  return (
    <div className={styles.result}>
      <PollKind poll={poll} />
      <p className={styles.question} title={poll.question}>
        {poll.question}
      </p>
      <p className={styles.failed}>
        <span aria-hidden="true">✘ </span>
        {text.poll.voided}
      </p>
      <p className={styles.note}>{text.poll.voidedBecause(poll.voidReason)}</p>
    </div>
  );
}
