import type { MeetingSnapshot, SnapshotAgendaLine } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import outcome from "./outcome.module.css";
import styles from "./screen.module.css";

const text = screenText.closed;
const { passed, failed } = screenText.result;

/** How many lines fit the picture in each size of type, in one, two and three columns ("most"). */
const FITS = [
  ["short", 6],
  ["long", 12],
  ["longest", 20],
  ["many", 34],
] as const;

/** The end of the meeting: what became of every item. */
export function Closed({ agenda }: { agenda: MeetingSnapshot["agenda"] }) {
  const [length] = FITS.find(([, lines]) => agenda.length <= lines) ?? ["most"];
  return (
    <main className={styles.scene}>
      <h1 className={outcome.closedTitle}>{text.title}</h1>
      <ol className={outcome.outcomes} data-length={length} aria-label={text.outcomes}>
        {agenda.map((line) => (
          <li key={line.id}>
            <span className={outcome.outcomeTitle}>{line.title}</span>
            <b>
              {line.pollPassed === null ? null : (
                <em data-passed={line.pollPassed}>{line.pollPassed ? `✔ ${passed}` : `✘ ${failed}`}</em>
              )}
              {outcomeWords(line)}
            </b>
          </li>
        ))}
      </ol>
    </main>
  );
}

function outcomeWords({ kind, outcome, pollPassed }: SnapshotAgendaLine): string {
  if (outcome) return screenText.outcomes[outcome];
  return kind === "issue" && pollPassed === null ? text.nothing : "";
}
