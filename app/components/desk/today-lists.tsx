import { Link } from "@remix-run/react";
import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { deadlineWords, todayText as text } from "#app/text/today.ts";
import styles from "./today.module.css";

type Action = {
  id: string;
  title: string;
  responsible: string;
  deadline: CalendarDay;
  warning: "none" | "due-soon" | "overdue";
};

/** Action items that are late or nearly so, the latest first. */
export function TodayActions({ pressing, open, today }: { pressing: Action[]; open: number; today: CalendarDay }) {
  return (
    <section className={styles.list}>
      <h2>{text.actions}</h2>
      {pressing.length === 0 && <p className={styles.quiet}>{text.actionsNone}</p>}
      <ul>
        {pressing.map(({ id, title, responsible, deadline, warning }) => (
          <li key={id}>
            <span className={styles.lineTitle}>
              {title}
              <span className={styles.quiet}>{responsible}</span>
            </span>
            <span className={warning === "overdue" ? styles.late : styles.soon}>
              <span aria-hidden="true">{warning === "overdue" ? "✘ " : "! "}</span>
              {deadlineWords(deadline, today)}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/desk/actions">{text.allActions(open)}</Link>
    </section>
  );
}

type AgendaLine = { id: string; title: string; issueId: string };

/** What the meeting above is going to discuss, in its order. */
export function TodayAgenda({ agenda }: { agenda: AgendaLine[] }) {
  return (
    <section className={styles.list}>
      <h2>{text.agenda}</h2>
      <ul>
        {agenda.map(({ id, title, issueId }, index) => (
          <li key={id}>
            <span className={styles.lineTitle}>
              <span className={styles.order}>{index + 1}</span> <Link to={`/desk/issues/${issueId}`}>{title}</Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Issue = { id: string; number: number; title: string; timesDiscussed: number; days: number };

/** Issues that wait for a meeting, most urgent first. */
export function TodayIssues({ waiting, open }: { waiting: Issue[]; open: number }) {
  return (
    <section className={styles.list}>
      <h2>{text.issues}</h2>
      {waiting.length === 0 && <p className={styles.quiet}>{text.issuesNone}</p>}
      <ul>
        {waiting.map(({ id, number, title, timesDiscussed, days }) => (
          <li key={id}>
            <span className={styles.lineTitle}>
              <Link to={`/desk/issues/${id}`}>
                <span className={styles.quiet}>{number}</span> {title}
              </Link>
              <span className={styles.quiet}>{text.discussed(timesDiscussed)}</span>
            </span>
            <span className={styles.quiet}>{text.days(days)}</span>
          </li>
        ))}
      </ul>
      <Link to="/desk/issues">{text.allIssues(open)}</Link>
    </section>
  );
}
