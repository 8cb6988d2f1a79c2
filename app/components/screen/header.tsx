import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import styles from "./screen.module.css";

/** One quiet line on top of every scene: whose meeting this is. */
export function ScreenHeader({ meeting }: { meeting: MeetingSnapshot["meeting"] }) {
  return (
    <header className={styles.header}>
      <span>
        {meeting.community} · {meeting.title}
      </span>
      {meeting.demonstration ? <span className={styles.demonstration}>{screenText.demonstration}</span> : null}
    </header>
  );
}
