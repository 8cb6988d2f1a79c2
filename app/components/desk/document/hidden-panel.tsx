import type { HiddenPage } from "#app/domain/person/hidden-parts.ts";
import { documentPageText } from "#app/text/document-page.ts";
import styles from "./hidden.module.css";

const text = documentPageText.hidden;
const KINDS = ["name", "place", "number", "other"] as const;
const DOUBTS = ["name", "minor", "sensitive"] as const;

/** What the public version hides, and what staff should read because no rule is sure of it. Nothing for papers that are not public. */
export function HiddenPanel({ hidden, masked }: { hidden: HiddenPage | null; masked: boolean }) {
  if (!hidden) return null;
  const { lines, doubts } = hidden;
  const count = lines.reduce((sum, { times }) => sum + times, 0);
  return (
    <section className={styles.hidden} aria-label={text.title(count)}>
      {doubts.length > 0 && <Doubts doubts={doubts} />}
      {lines.length === 0 ? (
        <p className={styles.hint}>{text.nothing}</p>
      ) : (
        <details>
          <summary>{text.title(count)}</summary>
          <p className={styles.hint}>{masked ? text.lead : text.internal}</p>
          {KINDS.map((kind) => (
            <Lines key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} />
          ))}
        </details>
      )}
    </section>
  );
}

function Lines({ kind, lines }: { kind: (typeof KINDS)[number]; lines: HiddenPage["lines"] }) {
  if (lines.length === 0) return null;
  return (
    <table className={styles.pairs}>
      <caption>{text.kinds[kind]}</caption>
      <thead className={styles.unseen}>
        <tr>
          {text.head.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ before, after, times }) => (
          <tr key={`${before} ${after}`}>
            <td>{before}</td>
            <td>
              <span aria-hidden="true">→ </span>
              {after || "—"}
              {times > 1 && <span className={styles.times}>{text.times(times)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Doubts({ doubts }: { doubts: HiddenPage["doubts"] }) {
  return (
    <details className={styles.doubts} open>
      <summary>
        <span aria-hidden="true">! </span>
        {text.doubtsTitle(doubts.length)}
      </summary>
      <p className={styles.hint}>{text.doubtsLead}</p>
      {DOUBTS.map((kind) => {
        const mine = doubts.filter((doubt) => doubt.kind === kind);
        if (mine.length === 0) return null;
        return (
          <div key={kind}>
            <p className={styles.kind}>{text.doubts[kind]}</p>
            <ul>
              {mine.map(({ words, context }) => (
                <li key={context}>
                  <strong>{words}</strong> {context !== words && <span className={styles.context}>{context}</span>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
