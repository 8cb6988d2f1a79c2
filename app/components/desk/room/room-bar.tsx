import { Link } from "@remix-run/react";
import type { Connection } from "#app/components/shared/live-state.ts";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { roomText as text } from "#app/text/room.ts";
import { WholeClock } from "./clock.tsx";
import { CloseMeeting } from "./close-meeting.tsx";
import styles from "./room.module.css";
import type { RoomView } from "./types.ts";

type Props = { view: RoomView; connection: Connection; onHelp(): void };

/** The line above: which meeting, how far it is, whether the page is live, and the way out. */
export function RoomBar({ view, connection, onHelp }: Props) {
  const { meeting } = view;
  return (
    <div className={styles.bar}>
      <p className={styles.meetingTitle}>
        <Link to={`/desk/meetings/${meeting.code}`}>{meeting.title}</Link>
      </p>
      <p className={styles.barState}>
        {meeting.state === "open" ? (
          <WholeClock agenda={view.agenda} />
        ) : (
          <span className={styles.quiet}>
            {meeting.state === "planned" ? formatDateTime(meeting.startsAt) : text.states[meeting.state]}
          </span>
        )}
      </p>
      <p className={connection === "online" ? styles.live : styles.notLive} role="status">
        {text.connection[connection]}
      </p>
      <button type="button" className={styles.helpButton} onClick={onHelp} aria-keyshortcuts="?">
        {text.keys.button} <kbd>?</kbd>
      </button>
      {meeting.state === "open" && <CloseMeeting view={view} />}
    </div>
  );
}
