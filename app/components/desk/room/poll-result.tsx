import { Button } from "@mantine/core";
import { roomText as text } from "#app/text/room.ts";
import styles from "./poll.module.css";
import type { PollView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const FIGURES = ["for", "against", "abstain", "invalid"] as const;

/** A counted poll: figures, verdict, how it was reckoned, and what the room has been shown of it. */
export function PollResult({ poll, writable }: { poll: PollView; writable: boolean }) {
  const { result } = poll;
  if (poll.state === "voided") return <VoidedPoll poll={poll} />;
  if (!result) return null;
  return (
    <div className={styles.result}>
      <PollKind poll={poll} />
      <p className={styles.question} title={poll.question}>
        {poll.question}
      </p>
      <p className={result.passed ? styles.passed : styles.failed}>
        <span aria-hidden="true">{result.passed ? "✔ " : "✘ "}</span>
        {result.passed ? text.poll.passed : result.quorumMet ? text.poll.failed : text.poll.noQuorum}
      </p>
      <dl className={styles.figures}>
        {FIGURES.filter((name) => name !== "invalid" || result.invalid > 0).map((name) => (
          <div key={name}>
            <dt>{text.poll.figures[name]}</dt>
            <dd>{result[name]}</dd>
          </div>
        ))}
      </dl>
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
      {writable && <Reveal poll={poll} />}
    </div>
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

/** First press the figures, second press the verdict; it can be taken back before anybody has read it. */
function Reveal({ poll }: { poll: PollView }) {
  const act = useAct("reveal-poll");
  const next = poll.reveal === 0 ? 1 : poll.reveal === 1 ? 2 : null;
  return (
    <act.Form method="post" className={styles.reveal}>
      <input type="hidden" name="intent" value="reveal-poll" />
      <input type="hidden" name="pollId" value={poll.id} />
      <p className={styles.note}>{text.poll.revealState[poll.reveal]}</p>
      <div className={styles.acts}>
        {next !== null && (
          <Button type="submit" name="reveal" value={next} loading={act.busy} data-reveal={next}>
            {text.poll.reveal[next - 1]}
          </Button>
        )}
        {poll.reveal > 0 && (
          <button type="submit" name="reveal" value={0} className={styles.plain} disabled={act.busy}>
            {text.poll.hide}
          </button>
        )}
      </div>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
