import type { MouseEvent } from "react";
import { durationWords } from "#app/components/shared/clock.ts";
import { useTicking } from "#app/components/shared/use-live.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import ballot from "./ballot.module.css";
import styles from "./phone.module.css";
import { ReadAloud } from "./read-aloud.tsx";

const text = phoneText.poll;

type Props = {
  poll: SnapshotPoll;
  /** Where the plain form goes: the page that asks for confirmation. */
  action: string;
  now: string;
  serverNow(): number;
  /** What a named poll means here, where it is not the voter's own phone. */
  namedNotice?: string;
  onChoose(choice: string): void;
};

/** The question in full and what may be chosen. A plain form; with JavaScript the choice stays in the page until it is confirmed. */
export function BallotPaper({ poll, action, now, serverNow, namedNotice, onChoose }: Props) {
  const left = useSecondsLeft(poll.endsAt, now, serverNow);
  const choose = (choice: string) => (event: MouseEvent) => {
    event.preventDefault();
    onChoose(choice);
  };
  const labels = poll.options.map((option) => option.label);
  return (
    <form method="post" action={action} className={styles.step}>
      <input type="hidden" name="poll" value={poll.id} />
      <p className={styles.eyebrow}>
        <span className={ballot.now}>
          {text.heading}
          {poll.secondRound ? ` · ${text.secondRound}` : null}
        </span>
        {left !== null ? (
          <span>
            {text.minutesLeft} <b>{durationWords(left)}</b>
          </span>
        ) : null}
      </p>
      <h1 className={styles.question}>{poll.question}</h1>
      <ModeNotice mode={poll.mode} named={namedNotice} />
      <AlsoNotice poll={poll} />
      {left === 0 ? (
        <p className={styles.notice} role="status">
          {poll.alsoHands ? text.handsNow : text.timeUp}
        </p>
      ) : (
        <fieldset className={styles.choices}>
          <legend className={styles.label}>{text.options}</legend>
          {poll.options.map((option) => (
            <button
              key={option.id}
              type="submit"
              name="choice"
              value={option.id}
              className={styles.choice}
              onClick={choose(option.id)}
            >
              {option.label}
            </button>
          ))}
        </fieldset>
      )}
      <ReadAloud text={text.spoken(poll.question, labels)} />
      {poll.mode === "secret" ? <p className={styles.small}>{text.secretLimits}</p> : null}
    </form>
  );
}

/** Papers or hands beside the phone: how, and that nobody votes twice. */
function AlsoNotice({ poll: { alsoPaper, alsoHands } }: { poll: SnapshotPoll }) {
  const words = alsoPaper && alsoHands ? text.alsoBoth : alsoPaper ? text.alsoPaper : alsoHands ? text.alsoHands : null;
  return words ? <p className={styles.small}>{words}</p> : null;
}

function ModeNotice({ mode, named = text.namedNotice }: { mode: SnapshotPoll["mode"]; named?: string | undefined }) {
  return (
    <p className={ballot.mode}>
      <b className={ballot.modeName}>{mode === "secret" ? text.secret : text.named}</b>
      {mode === "secret" ? text.secretPromise : named}
    </p>
  );
}

function useSecondsLeft(endsAt: string | null, now: string, serverNow: () => number): number | null {
  const ticking = useTicking(serverNow, now, 1000);
  return endsAt === null ? null : Math.max(0, Math.ceil((Date.parse(endsAt) - ticking) / 1000));
}
