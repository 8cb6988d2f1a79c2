import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { formatClock } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { dayWords, deskText as text } from "#app/text/desk.ts";
import styles from "./shell.module.css";

export type LineMeeting = {
  code: string;
  title: string;
  startsAt: Date;
  openedAt: Date | null;
  state: "planned" | "open" | "closed";
};

type Props = { meeting: LineMeeting | null; now: Date };

/** “本周三 14:30 相约星期三 · 未开始”: the meeting that matters now, in one line. */
export function MeetingLine({ meeting, now }: Props) {
  const current = useMinutes(now, meeting?.state === "open");
  if (!meeting) return <span className={styles.quiet}>{text.noMeeting}</span>;
  const when = dayWords(dayOf(meeting.startsAt), dayOf(now));
  return (
    <Link className={styles.meeting} to={`/desk/meetings/${meeting.code}`} title={meeting.title}>
      <span className={styles.when}>
        {when} {formatClock(meeting.startsAt)}
      </span>
      <span className={styles.title}>{meeting.title}</span>
      <span className={meeting.state === "open" ? styles.running : styles.quiet}>
        {meeting.state === "open" && <span aria-hidden="true">● </span>}
        {text.meetingStates[meeting.state]}
        {meeting.state === "open" && meeting.openedAt && (
          <span className={styles.elapsed}> {elapsed(meeting.openedAt, current)}</span>
        )}
      </span>
    </Link>
  );
}

/** Hours and minutes since, "01:12". */
function elapsed(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The server's time when the page was read, going on with the browser's own clock, whose setting may be wrong. */
function useMinutes(read: Date, running: boolean): Date {
  const [current, setCurrent] = useState(read);
  useEffect(() => {
    setCurrent(read);
    if (!running) return;
    const started = performance.now();
    const goOn = () => setCurrent(new Date(read.getTime() + performance.now() - started));
    const timer = setInterval(goOn, 10_000);
    return () => clearInterval(timer);
  }, [running, read]);
  return current;
}
