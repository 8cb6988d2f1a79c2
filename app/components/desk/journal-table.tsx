import { Fragment } from "react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { journalPageText as text } from "#app/text/journal-page.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./journal.module.css";

type Line = {
  seq: number;
  at: Date;
  actor: string;
  act: string;
  subject: string;
  /** The entry's data as it was hashed, indented. */
  data: string;
  hash: string;
  prev: string;
};

/** Entries newest first, each day under its own heading. */
export function JournalTable({ entries }: { entries: Line[] }) {
  const { seq, at, actor, act, subject, hash } = text.columns;
  return (
    <DataTable caption={text.title} head={[seq, at, actor, act, subject, hash]}>
      {entries.map((entry, index) => {
        const day = dayOf(entry.at);
        const before = entries[index - 1];
        const newDay = !before || dayOf(before.at) !== day;
        return (
          <Fragment key={entry.seq}>
            {newDay && (
              <tr className={styles.day}>
                <td colSpan={6}>{formatDay(day)}</td>
              </tr>
            )}
            <Row entry={entry} />
          </Fragment>
        );
      })}
    </DataTable>
  );
}

function Row({ entry }: { entry: Line }) {
  return (
    <tr>
      <td className={styles.seq}>{entry.seq}</td>
      <td>{clockOf(entry.at)}</td>
      <td>{entry.actor}</td>
      <td>{entry.act}</td>
      <td>{entry.subject}</td>
      <td>
        <details className={styles.detail}>
          <summary>
            <code>{entry.hash.slice(0, 8)}</code>
          </summary>
          <dl>
            <dt>{text.hash}</dt>
            <dd>
              <code className={styles.hash}>{entry.hash}</code>
            </dd>
            <dt>{text.prev}</dt>
            <dd>
              <code className={styles.hash}>{entry.prev}</code>
            </dd>
            <dt>{text.detail}</dt>
            <dd>
              <pre>{entry.data}</pre>
            </dd>
          </dl>
        </details>
      </td>
    </tr>
  );
}
