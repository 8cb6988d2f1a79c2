import { durationWords } from "#app/components/shared/clock.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { Join, type JoinProps } from "./join.tsx";
import styles from "./screen.module.css";
import { titleSize } from "./title-size.ts";

const text = screenText.poll;

/** An open poll: the question, how many have voted, the time left. Never how they voted. */
export function Voting({ poll, ...join }: JoinProps & { poll: SnapshotPoll }) {
  return (
    <main className={styles.scene}>
      <div className={styles.body}>
        <p className={styles.eyebrow}>
          {text.open}
          <span className={styles.mode}>{poll.mode === "secret" ? text.secret : text.named}</span>
        </p>
        <h1 className={styles.question} data-length={titleSize(poll.question)}>
          {poll.question}
        </h1>
        <ul className={styles.options} aria-label={text.options}>
          {poll.options.map((option) => (
            <li key={option.id}>{option.label}</li>
          ))}
        </ul>
      </div>
      <div className={styles.foot}>
        <Turnout cast={poll.cast} entitled={poll.entitled} />
        <TimeLeft endsAt={poll.endsAt} now={join.now} />
        <Join {...join} size="small" />
      </div>
    </main>
  );
}

function Turnout({ cast, entitled }: { cast: number; entitled: number }) {
  const share = entitled > 0 ? Math.min(1, cast / entitled) : 0;
  return (
    <div className={styles.turnout}>
      <p className={styles.turnoutFigures}>
        <small>{text.cast}</small>
        <b>{cast}</b>
        <span data-length={entitled > 99 ? "long" : undefined}>
          {text.of} {entitled}
        </span>
      </p>
      <span className={styles.turnoutBar} aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}

function TimeLeft({ endsAt, now }: { endsAt: string | null; now: number }) {
  if (endsAt === null) return null;
  const left = Math.ceil((Date.parse(endsAt) - now) / 1000);
  return (
    <p className={styles.timer} data-over={left <= 0}>
      <small>{left > 0 ? text.left : text.timeUpHint}</small>
      <b>{left > 0 ? durationWords(left) : text.timeUp}</b>
    </p>
  );
}
