import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { durationWords } from "#app/components/shared/clock.ts";
import { roomText as text } from "#app/text/room.ts";
import { useServerTime } from "./clock.tsx";
import styles from "./poll.module.css";
import type { PollView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const EXTENSIONS = [1, 3];

/** An open poll: turnout and time, and nothing about how anybody votes. */
export function RunningPoll({ poll }: { poll: PollView }) {
  const { cast, entitled } = poll;
  return (
    <div className={styles.running}>
      <p className={styles.kind}>
        {poll.itemPosition !== null && `${text.poll.onItem(poll.itemPosition)} · `}
        {text.poll.modes[poll.mode]} · {poll.ruleName}
      </p>
      <p className={styles.question}>{poll.question}</p>
      <p className={styles.turnout}>
        <span>{text.poll.turnout}</span>
        <b>{cast}</b>
        <span className={styles.of}>
          / {text.poll.of} {entitled}
        </span>
      </p>
      <progress className={styles.bar} value={cast} max={Math.max(entitled, 1)} aria-label={text.poll.turnout} />
      <TimeLeft endsAt={poll.endsAt} />
      {poll.mode === "secret" && <p className={styles.note}>{text.poll.secretNote}</p>}
      <div className={styles.acts}>
        {poll.endsAt && <Extend pollId={poll.id} />}
        <ClosePoll poll={poll} />
      </div>
    </div>
  );
}

function TimeLeft({ endsAt }: { endsAt: Date | null }) {
  const now = useServerTime();
  if (!endsAt) return <p className={styles.note}>{text.poll.noLimit}</p>;
  const left = Math.ceil((endsAt.getTime() - now) / 1000);
  if (left <= 0) return <p className={styles.timeUp}>{text.poll.timeUp}</p>;
  return (
    <p className={styles.left}>
      {text.poll.timeLeft} <b>{durationWords(left)}</b>
    </p>
  );
}

function Extend({ pollId }: { pollId: string }) {
  const act = useAct("extend-poll");
  return (
    <act.Form method="post" className={styles.extend}>
      <input type="hidden" name="intent" value="extend-poll" />
      <input type="hidden" name="pollId" value={pollId} />
      {EXTENSIONS.map((minutes) => (
        <button key={minutes} type="submit" name="minutes" value={minutes} className={styles.plain} disabled={act.busy}>
          {text.poll.extend(minutes)}
        </button>
      ))}
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

function ClosePoll({ poll }: { poll: PollView }) {
  const act = useAct("close-poll");
  return (
    <act.Form method="post" className={styles.ask} data-end-poll>
      <input type="hidden" name="intent" value="close-poll" />
      <input type="hidden" name="pollId" value={poll.id} />
      <ConfirmButton
        label={text.poll.close}
        question={text.poll.closeQuestion}
        detail={text.poll.closeDetail(poll.cast, poll.entitled)}
        confirm={text.poll.close}
      />
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
