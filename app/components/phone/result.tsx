import type {
  MeetingSnapshot,
  SnapshotAgendaLine,
  SnapshotPoll,
  SnapshotResult,
} from "#app/domain/meeting/snapshot.ts";
import { type AnswerLine, answerLines, areaWords, verdictWord } from "#app/text/answers.ts";
import { phoneText } from "#app/text/phone.ts";
import looking from "./looking.module.css";
import styles from "./phone.module.css";

const text = phoneText.result;

type CardProps = { poll: SnapshotPoll; result: SnapshotResult; verdict: boolean };

/** The announced result: the figures, and once that is announced too, the verdict with sign, word and reason. */
export function ResultCard({ poll, result, verdict }: CardProps) {
  const answers = answerLines(result);
  const { good, word } = verdictWord(result);
  return (
    <section className={styles.step} data-step="result">
      <p className={styles.eyebrow}>{text.heading}</p>
      <p className={styles.asked}>{poll.question}</p>
      {verdict ? (
        <>
          <h1 className={looking.verdict} data-passed={good}>
            <span aria-hidden="true">{good ? "✔" : "✘"}</span> {word}
          </h1>
          <p>{result.sentence}</p>
        </>
      ) : (
        <h1 className={styles.calm}>{text.figuresOnly}</h1>
      )}
      {answers.length > 0 ? <Answers lines={answers} verdict={verdict} /> : <Figures poll={poll} result={result} />}
      <p className={styles.small}>{text.turnout(result.cast, result.present)}</p>
      <Area result={result} />
      {text.parts(result.parts ?? []).map((words) => (
        <p key={words} className={styles.small}>
          {words}
        </p>
      ))}
    </section>
  );
}

function Figures({ poll, result }: Pick<CardProps, "poll" | "result">) {
  const counts = poll.options.map(({ id, label }) => ({ id, label, count: countOf(result, id) }));
  if (result.invalid > 0) counts.push({ id: "invalid", label: text.invalid, count: result.invalid });
  return (
    <dl className={looking.figures} aria-label={text.figures}>
      {counts.map(({ id, label, count }) => (
        <div key={id} className={looking.figure}>
          <dt>{label}</dt>
          <dd>
            {count} <small>{text.unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Item by item, or option by option; who won is told with the verdict, not before. */
function Answers({ lines, verdict }: { lines: readonly AnswerLine[]; verdict: boolean }) {
  return (
    <ul className={looking.answers} aria-label={text.figures}>
      {lines.map((line) => (
        <li key={line.id}>
          <span>{line.label}</span>
          <b>
            {line.figures}
            {verdict && line.verdict ? ` ${line.good ? "✔" : "✘"} ${line.verdict}` : null}
          </b>
        </li>
      ))}
    </ul>
  );
}

function Area({ result }: Pick<CardProps, "result">) {
  const words = areaWords(result);
  return words ? <p className={styles.small}>{words}</p> : null;
}

function countOf(result: SnapshotResult, option: string): number {
  return option === "for" || option === "against" || option === "abstain" ? result[option] : 0;
}

/** What was decided, item by item, once the meeting is over. */
export function Outcomes({ agenda }: { agenda: MeetingSnapshot["agenda"] }) {
  return (
    <section className={looking.outcomes}>
      <h2 className={styles.label}>{phoneText.waiting.outcomes}</h2>
      <ol>
        {agenda.map((item) => (
          <li key={item.id}>
            <span>{item.title}</span>
            <b>{outcomeWords(item)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}

function outcomeWords({ kind, outcome, pollPassed }: SnapshotAgendaLine): string {
  const verdict = pollPassed === null ? [] : [pollPassed ? `✔ ${text.passed}` : `✘ ${text.failed}`];
  const words = outcome
    ? [phoneText.outcomes[outcome]]
    : verdict.length || kind === "report-back"
      ? []
      : [phoneText.noOutcome];
  return [...verdict, ...words].join(" · ");
}
