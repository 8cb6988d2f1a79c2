import type { SnapshotPoll, SnapshotResult } from "#app/domain/meeting/snapshot.ts";
import { answerLines, areaWords, verdictWord } from "#app/text/answers.ts";
import { screenText } from "#app/text/screen.ts";
import ballot from "./ballot.module.css";
import { Join, type JoinProps } from "./join.tsx";
import { listLength } from "./list-length.ts";
import outcome from "./outcome.module.css";
import styles from "./screen.module.css";

const text = screenText.result;

type Props = JoinProps & { poll: SnapshotPoll; headHash?: string | null };

/** A closed poll in three pictures: ended, the figures, the verdict. */
export function Result({ poll, headHash, ...join }: Props) {
  const { reveal, result } = poll;
  const shown = result && reveal > 0 ? result : null;
  return (
    <main className={outcome.result}>
      <div className={outcome.story} data-reveal={reveal}>
        <p className={styles.eyebrow}>
          {shown ? text.figures : text.counting}
          {shown ? <span className={styles.mode}>{text.turnout(shown.cast, shown.present)}</span> : null}
        </p>
        <p className={outcome.asked}>{poll.question}</p>
        {shown === null ? (
          <h1 className={outcome.counting}>{text.countingHint}</h1>
        ) : answerLines(shown).length > 0 ? (
          <Answers result={shown} verdict={reveal === 2} />
        ) : reveal === 1 ? (
          <Bars poll={poll} result={shown} />
        ) : (
          <Verdict poll={poll} result={shown} />
        )}
        {shown ? <More result={shown} /> : null}
      </div>
      <Join {...join} size="corner" />
      <p className={outcome.hash}>
        {headHash ? (
          <>
            {text.hash} <code>{headHash}</code>
          </>
        ) : null}
      </p>
    </main>
  );
}

/** The same in square metres, and what phones, papers and hands added, small below the figures. */
function More({ result }: { result: SnapshotResult }) {
  const lines = [...[areaWords(result)].flatMap((words) => words ?? []), ...text.parts(result.parts ?? [])];
  return lines.length === 0 ? null : (
    <ul className={outcome.parts}>
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

type Figure = { id: string; label: string; count: number };

function figuresOf({ options }: SnapshotPoll, result: SnapshotResult): Figure[] {
  const counted = options.map(({ id, label }) => ({ id, label, count: countOf(result, id) }));
  return result.invalid > 0 ? [...counted, { id: "invalid", label: text.invalid, count: result.invalid }] : counted;
}

function countOf(result: SnapshotResult, option: string): number {
  return option === "for" || option === "against" || option === "abstain" ? result[option] : 0;
}

function Bars({ poll, result }: { poll: SnapshotPoll; result: SnapshotResult }) {
  const most = Math.max(1, result.present);
  // All figures as wide as the widest, so that all bars end at one line.
  const minWidth = `${String(most).length * 0.58}em`;
  return (
    <dl className={outcome.bars}>
      {figuresOf(poll, result).map(({ id, label, count }) => (
        <div key={id} className={outcome.bar} data-option={id}>
          <dt>{label}</dt>
          <dd>
            <span className={outcome.track} aria-hidden="true">
              <i style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <b style={{ minWidth }}>{count}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Item by item, or option by option; which passed or was chosen is told with the verdict, not before. */
function Answers({ result, verdict }: { result: SnapshotResult; verdict: boolean }) {
  const lines = answerLines(result);
  const length = listLength(lines.length);
  const { good, word } = verdictWord(result);
  return (
    <div className={outcome.decided}>
      {verdict ? (
        <>
          <h1 className={outcome.verdict} data-passed={good} data-answers={length}>
            <span aria-hidden="true">{good ? "✔" : "✘"}</span>
            {word}
          </h1>
          {length === "longest" ? null : <p className={outcome.reason}>{result.sentence}</p>}
        </>
      ) : null}
      <ol className={ballot.lines} data-length={length} data-result={result.items ? "items" : "options"}>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={ballot.label}>{line.label}</span>
            <span className={ballot.figures}>{line.figures}</span>
            {verdict && line.verdict ? (
              <b className={ballot.mark} data-good={line.good}>
                {line.good ? "✔" : "✘"} {line.verdict}
              </b>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Verdict({ poll, result }: { poll: SnapshotPoll; result: SnapshotResult }) {
  return (
    <div className={outcome.decided}>
      <h1 className={outcome.verdict} data-passed={result.passed}>
        <span aria-hidden="true">{result.passed ? "✔" : "✘"}</span>
        {result.passed ? text.passed : text.failed}
      </h1>
      <p className={outcome.reason}>{result.sentence}</p>
      <dl className={outcome.figures}>
        {figuresOf(poll, result).map(({ id, label, count }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
