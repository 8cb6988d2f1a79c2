import { Link } from "@remix-run/react";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import styles from "./rehearsal.module.css";
import { RehearsalView } from "./rehearsal.tsx";
import type { Rehearsed } from "./rehearse.ts";

type Props = {
  name: string;
  /** Null where the draft cannot be walked yet. */
  rehearsed: Rehearsed | null;
  faults: number;
  today: CalendarDay;
  back: { to: string; words: string };
};

/** The page of a rehearsal, of a method at hand or of a draft. */
export function RehearsalPage({ name, rehearsed, faults, today, back }: Props) {
  return (
    <div className={styles.page}>
      <p className={styles.banner} role="note">
        <strong>{text.banner}</strong> {text.bannerHint}
      </p>
      <PageHeader title={text.title(name)}>
        <Link to={back.to}>{back.words}</Link>
      </PageHeader>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
      {rehearsed ? <RehearsalView rehearsed={rehearsed} today={today} /> : <p>{text.notYet(faults)}</p>}
    </div>
  );
}
