import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { Join, type JoinProps } from "./join.tsx";
import styles from "./lobby.module.css";
import { NextPoll } from "./next-poll.tsx";
import screen from "./screen.module.css";

const text = screenText.lobby;

/** Before the meeting: what it is, how to get in, who is still missing. */
export function Lobby({ snapshot, when, ...join }: JoinProps & { snapshot: MeetingSnapshot; when: string }) {
  const { meeting, attendance } = snapshot;
  return (
    <main className={styles.lobby}>
      <div className={styles.lobbyText}>
        <p className={styles.community}>
          {meeting.community}
          {meeting.demonstration ? <span className={screen.demonstration}>{screenText.demonstration}</span> : null}
        </p>
        <h1 className={styles.meetingTitle}>{meeting.title}</h1>
        <p className={styles.when}>
          {when}
          {meeting.place ? ` · ${meeting.place}` : ""}
        </p>
        <NextPoll next={snapshot.next} now={join.now} />
        <Attendance {...attendance} />
      </div>
      <Join {...join} size="large" />
    </main>
  );
}

function Attendance({ due, present, needed, met }: MeetingSnapshot["attendance"]) {
  const missing = text.missing(Math.max(0, needed - present));
  return (
    <div className={styles.attendance}>
      <dl className={styles.counts}>
        <div>
          <dt>{text.present}</dt>
          <dd>{present}</dd>
        </div>
        <div>
          <dt>{text.due}</dt>
          <dd>{due}</dd>
        </div>
      </dl>
      {met ? (
        <p className={styles.enough}>✔ {text.enough}</p>
      ) : (
        <p className={styles.missing}>
          {missing.before}
          <b>{missing.count}</b>
          {missing.after}
        </p>
      )}
    </div>
  );
}
