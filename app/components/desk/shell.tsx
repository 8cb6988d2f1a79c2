import { Form, Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { deskText as text } from "#app/text/desk.ts";
import { Disclosure } from "./disclosure.tsx";
import { type LineMeeting, MeetingLine } from "./meeting-line.tsx";
import styles from "./shell.module.css";
import { type TrialFrame, TrialRunBand } from "./trial-run-band.tsx";

export type Frame = {
  community: { name: string; demonstration: boolean };
  staff: { name: string; role: keyof typeof text.roles };
  meeting: LineMeeting | null;
  /** The rehearsal that this page belongs to. */
  trialRun: TrialFrame | null;
  counts: { issues: number; actions: number; overdue: number };
  /** When the frame was read. */
  now: Date;
};

type Page = {
  to: string;
  name: string;
  count?: number;
  warning?: string;
  end?: boolean /** Belongs to the place above it. */;
  under?: boolean;
};

const pagesOf = ({ counts }: Frame): Page[] => [
  { to: "/desk", name: text.pages.today, end: true },
  { to: "/desk/issues", name: text.pages.issues, count: counts.issues },
  { to: "/desk/meetings", name: text.pages.meetings },
  {
    to: "/desk/actions",
    name: text.pages.actions,
    count: counts.actions,
    ...(counts.overdue > 0 ? { warning: text.overdueCount(counts.overdue) } : {}),
  },
  { to: "/desk/documents", name: text.pages.documents },
  { to: "/desk/people", name: text.pages.people },
  { to: "/desk/methods", name: text.pages.methods },
  { to: "/desk/rules", name: text.pages.rules, under: true },
  { to: "/desk/journal", name: text.pages.journal },
  { to: "/desk/settings", name: text.pages.settings },
];

/** The desk's frame: who and where above, the places on the left, the page itself. `bleed` pages use the whole width. */
export function Shell({ frame, bleed, children }: { frame: Frame; bleed: boolean; children: ReactNode }) {
  const pages = <Pages frame={frame} />;
  const { trialRun } = frame;
  return (
    <div className={trialRun ? styles.rehearsed : undefined}>
      {trialRun && <TrialRunBand trialRun={trialRun} />}
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          {text.skip}
        </a>
        <header className={styles.header}>
          <Disclosure
            className={styles.burger}
            panelClassName={styles.burgerPanel}
            summary={<Burger />}
            label={text.menu}
          >
            <nav aria-label={text.navigation}>{pages}</nav>
          </Disclosure>
          <Link className={styles.brand} to="/desk">
            <Seal />
            <span className={styles.product}>{text.product}</span>
            <span className={styles.community}>{frame.community.name}</span>
          </Link>
          {frame.community.demonstration && (
            <span className={styles.demonstration} title={text.demonstrationHint}>
              {text.demonstration}
            </span>
          )}
          <div className={styles.line}>
            <MeetingLine meeting={frame.meeting} now={frame.now} />
          </div>
          <UserMenu staff={frame.staff} />
        </header>
        <nav className={styles.navigation} aria-label={text.navigation}>
          {pages}
        </nav>
        <main id="content" tabIndex={-1} className={bleed ? styles.bleed : styles.content}>
          {children}
        </main>
      </div>
    </div>
  );
}

function Pages({ frame }: { frame: Frame }) {
  return (
    <ul className={styles.pages}>
      {pagesOf(frame).map((page) => (
        <li key={page.to}>
          <NavLink
            to={page.to}
            end={page.end ?? false}
            prefetch="intent"
            className={({ isActive }) =>
              [styles.page, isActive && styles.here, page.under && styles.under].filter(Boolean).join(" ")
            }
          >
            <span>{page.name}</span>
            {page.count !== undefined && page.count > 0 && <span className={styles.count}>{page.count}</span>}
            {page.warning && <span className={styles.warning}>{page.warning}</span>}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function UserMenu({ staff }: Pick<Frame, "staff">) {
  return (
    <Disclosure
      align="end"
      label={text.userMenu(staff.name, text.roles[staff.role])}
      summary={
        <span className={styles.user}>
          {staff.name} <span className={styles.role}>{text.roles[staff.role]}</span>
          <Chevron />
        </span>
      }
    >
      <div className={styles.userPanel}>
        <Link to="/desk/settings">{text.pages.settings}</Link>
        <Form method="post" action="/sign-out" reloadDocument>
          <button type="submit">{text.signOut}</button>
        </Form>
      </div>
    </Disclosure>
  );
}

const Burger = () => (
  <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3 6h18M3 12h18M3 18h18" stroke="currentColor" strokeWidth="2" />
  </svg>
);

const Chevron = () => (
  <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
    <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

/** The mark of `public/favicon.svg`: a round table. */
const Seal = () => (
  <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="13" fill="none" stroke="var(--vermilion)" strokeWidth="5" />
    <circle cx="16" cy="16" r="3.5" fill="var(--vermilion)" />
  </svg>
);
