import { durationWords } from "#app/components/shared/clock.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { screenText } from "#app/text/screen.ts";
import { Join, type JoinProps } from "./join.tsx";
import styles from "./screen.module.css";
import { titleSize } from "./title-size.ts";

const text = screenText.poll;

/** An open poll: the question, how it is voted, how many have, the time left. Never how they voted. */
export function Voting({ poll, ...join }: JoinProps & { poll: SnapshotPoll }) {
  const { question } = poll;
  return (
    <main className={styles.scene}>
      <div className={styles.body}>
        <p className={styles.eyebrow}>
          {text.open}
          {poll.secondRound ? ` · ${text.secondRound}` : null}
          <span className={styles.mode}>{text.modes[poll.mode]}</span>
          {poll.alsoPaper ? <span className={styles.mode}>{text.also.paper}</span> : null}
          {poll.alsoHands ? <span className={styles.mode}>{text.also.hands}</span> : null}
        </p>
        <h1 className={styles.question} data-length={titleSize(question)}>
          {question}
        </h1>
        <ul className={styles.options} aria-label={text.options}>
          {poll.options.map((option) => (
            <li key={option.id}>{option.label}</li>
          ))}
        </ul>
      </div>
      <div className={styles.foot}>
        {poll.mode === "hands" ? <Hands present={poll.entitled} /> : <Turnout poll={poll} />}
        {poll.mode === "hands" || poll.mode === "paper" ? <HowTo mode={poll.mode} /> : null}
        {takesPhones(poll) ? <TimeLeft poll={poll} now={join.now} /> : null}
        <Join {...join} size="small" />
      </div>
    </main>
  );
}

function Turnout({ poll }: { poll: SnapshotPoll }) {
  const { cast, entitled, mode, alsoPaper } = poll;
  const share = entitled > 0 ? Math.min(1, cast / entitled) : 0;
  const paper = mode === "paper";
  return (
    <div className={styles.turnout}>
      <p className={styles.turnoutFigures}>
        <small>{paper ? text.issued : alsoPaper ? text.castOrIssued : text.cast}</small>
        <b>{cast}</b>
        <span data-length={entitled > 99 ? "long" : undefined}>
          {text.of} {entitled}
        </span>
        <Missing missing={Math.max(0, entitled - cast)} everybody={paper ? text.everybodyHasPaper : text.everybody} />
      </p>
      <span className={styles.turnoutBar} aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}

function Missing({ missing, everybody }: { missing: number; everybody: string }) {
  const { before, count, after } = text.missing(missing);
  return (
    <em className={styles.missing}>
      {missing === 0 ? (
        everybody
      ) : (
        <>
          {before} <strong>{count}</strong> {after}
        </>
      )}
    </em>
  );
}

/** How many may raise a hand; how many did is known when the tellers agree and the poll is closed. */
function Hands({ present }: { present: number }) {
  return (
    <div className={styles.turnout}>
      <p className={styles.turnoutFigures}>
        <small>{text.mayRaise}</small>
        <b>{present}</b>
      </p>
    </div>
  );
}

function HowTo({ mode }: { mode: "hands" | "paper" }) {
  return (
    <p className={styles.timer}>
      <b className={styles.howTo}>{mode === "hands" ? text.raise : text.fetch}</b>
      <small>{mode === "hands" ? text.raiseHint : text.fetchHint}</small>
    </p>
  );
}

function TimeLeft({ poll: { endsAt, alsoHands }, now }: { poll: SnapshotPoll; now: number }) {
  if (endsAt === null) return null;
  const left = Math.ceil((Date.parse(endsAt) - now) / 1000);
  if (left <= 0 && alsoHands) {
    return (
      <p className={styles.timer} data-over={true}>
        <small>{text.raiseRest}</small>
        <b className={styles.howTo}>{text.raise}</b>
      </p>
    );
  }
  return (
    <p className={styles.timer} data-over={left <= 0}>
      <small>{left > 0 ? text.left : text.timeUpHint}</small>
      <b>{left > 0 ? durationWords(left) : text.timeUp}</b>
    </p>
  );
}
