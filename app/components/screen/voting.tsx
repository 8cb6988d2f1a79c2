import { leftWords } from "#app/components/shared/clock.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { ABSTAIN } from "#app/domain/poll/form.ts";
import { screenText } from "#app/text/screen.ts";
import { choiceUnit } from "#app/text/terms.ts";
import ballot from "./ballot.module.css";
import { Join, type JoinProps } from "./join.tsx";
import { listLength } from "./list-length.ts";
import styles from "./screen.module.css";
import { titleSize } from "./title-size.ts";

const text = screenText.poll;

/** An open poll: the question, how it is voted, how many have, the time left. Never how they voted. */
export function Voting({ poll, ...join }: JoinProps & { poll: SnapshotPoll }) {
  const { question, endsAt } = poll;
  /** Phones are done; those who have not voted raise their hands. */
  const stopped = poll.alsoHands === true && endsAt !== null && Date.parse(endsAt) <= join.now;
  return (
    <main className={styles.scene}>
      <div className={styles.body}>
        <p className={styles.eyebrow}>
          {text.open}
          {poll.secondRound ? ` · ${text.secondRound}` : null}
          <span className={styles.mode}>{text.modes[poll.mode]}</span>
          {poll.alsoPaper ? <span className={styles.mode}>{text.also.paper}</span> : null}
          {poll.alsoHands ? <span className={styles.mode}>{text.also.hands}</span> : null}
          {poll.mode === "hands" ? null : <Missing poll={poll} />}
        </p>
        <h1
          className={styles.question}
          data-length={titleSize(question)}
          data-lines={poll.form ? listLength(linesOn(poll).length) : undefined}
        >
          {question}
        </h1>
        <Options poll={poll} />
      </div>
      <div className={styles.foot}>
        {poll.mode === "hands" ? <Hands present={poll.entitled} /> : <Turnout poll={poll} stopped={stopped} />}
        {poll.mode === "hands" || poll.mode === "paper" ? <HowTo mode={poll.mode} /> : null}
        {takesPhones(poll) ? <TimeLeft poll={poll} now={join.now} stopped={stopped} /> : null}
        <Join {...join} size="small" />
      </div>
    </main>
  );
}

/** The items, or the options but 弃权: that one is told beside them. */
const linesOn = ({ form, options }: SnapshotPoll) =>
  form?.kind === "each" ? form.items : options.filter(({ id }) => id !== ABSTAIN.id);

/** What may be chosen: of each item, or of the options. Long lists take columns and smaller type, never scroll. */
function Options({ poll }: { poll: SnapshotPoll }) {
  const { form, options } = poll;
  if (!form || form.kind === "yes-no") {
    return (
      <ul className={styles.options} aria-label={text.options}>
        {options.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    );
  }
  const lines = linesOn(poll);
  return (
    <>
      <p className={ballot.how}>
        {form.kind === "each" ? text.each(form.items.length) : text.choose(form.most, choiceUnit(poll.election))}
      </p>
      <ol className={ballot.lines} data-length={listLength(lines.length)} aria-label={text.options}>
        {lines.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ol>
    </>
  );
}

function Turnout({ poll, stopped }: { poll: SnapshotPoll; stopped: boolean }) {
  const { cast, entitled, mode, alsoPaper } = poll;
  const share = entitled > 0 ? Math.min(1, cast / entitled) : 0;
  return (
    <div className={styles.turnout}>
      <p className={styles.turnoutFigures}>
        <small>{mode === "paper" ? text.issued : alsoPaper ? text.castOrIssued : text.cast}</small>
        <b>{cast}</b>
        {stopped ? null : (
          <span data-length={entitled > 99 ? "long" : undefined}>
            {text.of} {entitled}
          </span>
        )}
      </p>
      <span className={styles.turnoutBar} aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}

function Missing({ poll: { cast, entitled, mode } }: { poll: SnapshotPoll }) {
  const { before, count, after } = text.missing(Math.max(0, entitled - cast));
  return (
    <span className={styles.missing}>
      {count > 0 ? (
        <>
          {before} <strong>{count}</strong> {after}
        </>
      ) : mode === "paper" ? (
        text.everybodyHasPaper
      ) : (
        text.everybody
      )}
    </span>
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
      <small>{mode === "hands" ? text.raiseHint : text.fetchHint}</small>
      <b className={styles.howTo}>{mode === "hands" ? text.raise : text.fetch}</b>
    </p>
  );
}

function TimeLeft({ poll: { endsAt }, now, stopped }: { poll: SnapshotPoll; now: number; stopped: boolean }) {
  if (endsAt === null) return null;
  if (stopped) {
    return (
      <p className={styles.timer} data-over={true}>
        <small>{text.raiseRest}</small>
        <b className={styles.howTo}>{text.raise}</b>
      </p>
    );
  }
  const left = Math.ceil((Date.parse(endsAt) - now) / 1000);
  return (
    <p className={styles.timer} data-over={left <= 0}>
      <small>{left > 0 ? text.left : text.timeUpHint}</small>
      <b data-days={left >= 86_400 || undefined}>{left > 0 ? leftWords(left) : text.timeUp}</b>
    </p>
  );
}
