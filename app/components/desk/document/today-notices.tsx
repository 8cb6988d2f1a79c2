import { Link } from "@remix-run/react";
import styles from "#app/components/desk/today.module.css";
import { lifeText as text } from "#app/text/document-life.ts";

type Posting = { id: string; place: string; documentId: string; title: string; left: number };
type Objection = { number: number; documentId: string; title: string; left: number };

/** Papers that may come down, and objections that wait for an answer; nothing where there is none. */
export function TodayNotices({ postings, objections }: { postings: Posting[]; objections: Objection[] }) {
  if (postings.length + objections.length === 0) return null;
  return (
    <section className={styles.list}>
      <h2>{text.todayTitle}</h2>
      <ul>
        {objections.map(({ number, documentId, title, left }) => (
          <li key={number}>
            <span className={styles.lineTitle}>
              <Link to={`/desk/documents/${documentId}#objection-${number}`}>{text.todayObjection(number)}</Link>
              <span className={styles.quiet}>{title}</span>
            </span>
            <span className={left < 0 ? styles.late : styles.soon}>{text.dueIn(left)}</span>
          </li>
        ))}
        {postings.map(({ id, place, documentId, title, left }) => (
          <li key={id}>
            <span className={styles.lineTitle}>
              <Link to={`/desk/documents/${documentId}#posting-${id}`}>{text.todayPosting(place)}</Link>
              <span className={styles.quiet}>{title}</span>
            </span>
            <span className={styles.soon}>{left < 0 ? text.canComeDown : text.endsIn(left)}</span>
          </li>
        ))}
      </ul>
      <Link to="/desk/documents/register?audience=public">{text.register}</Link>
    </section>
  );
}
