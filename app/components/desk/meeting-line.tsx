import { Link } from "@remix-run/react";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import { dayWords, deskText as text } from "#app/text/desk.ts";
import { elapsed, useNow } from "./elapsed.ts";
import styles from "./shell.module.css";

export type LineMeeting = {
  code: string;
  title: string;
  startsAt: Date;
  openedAt: Date | null;
  state: MeetingState;
};

type Props = { meeting: LineMeeting | null; now: Date };

/** “本周三 14:30 相约星期三 · 未开始”: the meeting that matters now, in one line. */
export function MeetingLine({ meeting, now }: Props) {
  const current = useNow(now, meeting?.state === "open");
  if (!meeting) return <span className={styles.quiet}>{text.noMeeting}</span>;
  const when = dayWords(dayOf(meeting.startsAt), dayOf(now));
  return (
    <Link className={styles.meeting} to={`/desk/meetings/${meeting.code}`} title={meeting.title}>
      <span className={styles.when}>
        {when} {clockOf(meeting.startsAt)}
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
