import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { Join, type JoinProps } from "./join.tsx";
import outcome from "./outcome.module.css";
import styles from "./screen.module.css";

const text = screenText.result;

/** A poll that went wrong: void, why, and no figure. */
export function Voided({ poll, ...join }: JoinProps & { poll: SnapshotPoll }) {
  return (
    <main className={outcome.result}>
      <div className={outcome.story} data-reveal="voided">
        <p className={styles.eyebrow}>{text.voidedTitle}</p>
        <p className={outcome.asked}>{poll.question}</p>
        <div className={outcome.decided}>
          <h1 className={outcome.verdict} data-passed={false}>
            <span aria-hidden="true">✘</span>
            {text.voided}
          </h1>
          <p className={outcome.reason}>
            {text.voidedReason}：{poll.voidReason}
          </p>
          <p className={outcome.reason}>{text.voidedNote}</p>
        </div>
      </div>
      <Join {...join} size="corner" />
    </main>
  );
}
