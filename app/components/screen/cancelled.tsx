import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { calledOff } from "#app/text/terms.ts";
import styles from "./screen.module.css";

type Props = { meeting: MeetingSnapshot["meeting"]; reason: string; when: string };

/** Called off: whoever comes all the same reads why. */
export function Cancelled({ meeting, reason, when }: Props) {
  return (
    <main className={styles.scene}>
      <div className={styles.body}>
        <p className={styles.eyebrow}>{[when, meeting.place].filter((part) => part !== "").join(" · ")}</p>
        <h1 className={styles.itemTitle} data-length="medium">
          {calledOff}
        </h1>
        <p className={styles.about}>{reason}</p>
      </div>
    </main>
  );
}
