import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { cancelledWords } from "#app/text/terms.ts";
import styles from "./screen.module.css";

type Props = { meeting: MeetingSnapshot["meeting"]; reason: string; when: string };

/** Called off: whoever comes all the same reads why. */
export function Cancelled({ meeting, reason, when }: Props) {
  return (
    <main className={styles.scene}>
      <div className={styles.body}>
        <p className={styles.eyebrow}>{screenText.cancelled}</p>
        <h1
          className={styles.itemTitle}
          data-length={reason.length > 60 ? "longer" : reason.length > 20 ? "long" : "medium"}
        >
          {cancelledWords(reason)}
        </h1>
        <p className={styles.about}>{[when, meeting.place].filter((part) => part !== "").join(" · ")}</p>
      </div>
    </main>
  );
}
