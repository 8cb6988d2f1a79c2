import { journalPageText as text } from "#app/text/journal-page.ts";
import styles from "./journal.module.css";

type Verdict = { count: number; head: string; mismatches: string[] };

/** What the chain is for, its head, and what verifying it found. */
export function JournalVerdict({ verdict, head }: { verdict: Verdict | null; head: string }) {
  return (
    <div className={styles.verdict}>
      <p>{text.lead}</p>
      <dl>
        <dt>{text.head}</dt>
        <dd>
          <code className={styles.hash}>{verdict?.head ?? head}</code>
          <span className={styles.hint}>{text.headHint}</span>
        </dd>
      </dl>
      {verdict && (
        <div role="status" className={verdict.mismatches.length > 0 ? styles.broken : styles.intact}>
          {verdict.mismatches.length === 0 ? (
            <p>✔ {text.intact(verdict.count)}</p>
          ) : (
            <>
              <p>✘ {text.broken}</p>
              <ul>
                {verdict.mismatches.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <p>{text.brokenHint}</p>
            </>
          )}
        </div>
      )}
    </div>
  );
}
