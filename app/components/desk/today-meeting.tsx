import { Link } from "@remix-run/react";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { type CalendarDay, clockOf, dayOf } from "#app/domain/calendar/day.ts";
import type { PassedOver } from "#app/domain/calendar/schedule.ts";
import { dayWords } from "#app/text/desk.ts";
import { todayText as text } from "#app/text/today.ts";
import { elapsed, useNow } from "./elapsed.ts";
import type { LineMeeting } from "./meeting-line.tsx";
import styles from "./today.module.css";

type Meeting = LineMeeting & { place: string; agenda: unknown[]; due: number; present: number };

/** The meeting that matters now, large: when, where, how far, and the way in. */
export function TodayMeeting({ meeting, now }: { meeting: Meeting; now: Date }) {
  const open = meeting.state === "open";
  const current = useNow(now, open);
  const today = dayOf(now) === dayOf(meeting.startsAt);
  const path = `/desk/meetings/${meeting.code}`;
  const heading = open ? text.inSession : meeting.state === "planned" ? text.nextMeeting : text.heldToday;
  return (
    <section className={open ? `${styles.meeting} ${styles.open}` : styles.meeting}>
      <div className={styles.meetingText}>
        <h2>{heading}</h2>
        <p className={styles.when}>
          {when(meeting.startsAt, now)} <span>{clockOf(meeting.startsAt)}</span>
        </p>
        <p className={styles.meetingTitle}>{meeting.title}</p>
        <p className={styles.quiet}>
          {[
            meeting.place,
            text.agendaCount(meeting.agenda.length),
            open ? text.attendance(meeting.present, meeting.due) : text.dueCount(meeting.due),
            open && meeting.openedAt ? text.running(elapsed(meeting.openedAt, current)) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <div className={styles.meetingActions}>
        {meeting.state !== "closed" && (open || today) && (
          <Link className={styles.primary} to={`${path}/room`}>
            {text.enterRoom}
          </Link>
        )}
        <Link className={open || today ? styles.secondary : styles.primary} to={path}>
          {meeting.state === "closed" ? text.papers : text.prepare}
        </Link>
      </div>
    </section>
  );
}

type Proposal = { day: CalendarDay; time: string; body: string; skipped: readonly PassedOver[] };

/** The next meeting as it proposes itself, when none is planned. */
export function MeetingProposal({ proposal, waiting }: { proposal: Proposal; waiting: number }) {
  return (
    <section className={styles.meeting}>
      <div className={styles.meetingText}>
        <h2>{text.nextMeeting}</h2>
        <p className={styles.when}>
          {formatShortDay(proposal.day)} <span>{proposal.time}</span>
        </p>
        <p className={styles.meetingTitle}>
          {proposal.body} · {text.proposal}
        </p>
        <p className={styles.quiet}>
          {text.proposalHint(waiting)}
          {proposal.skipped.map(({ day, holiday }) => (
            <span key={day}> {text.skipped(formatShortDay(day), holiday)}。</span>
          ))}
        </p>
      </div>
      <div className={styles.meetingActions}>
        <Link className={styles.primary} to="/desk/meetings/new">
          {text.plan}
        </Link>
      </div>
    </section>
  );
}

/** “本周三 11月25日(星期三)” says the weekday twice: near days get both names, far ones the date alone. */
function when(startsAt: Date, now: Date): string {
  const day = dayOf(startsAt);
  const words = dayWords(day, dayOf(now));
  const date = formatShortDay(day);
  return words === date ? date : `${words} ${date.replace(/\(.*\)/, "")}`;
}
