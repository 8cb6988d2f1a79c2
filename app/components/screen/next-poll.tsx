import { formatMoment } from "#app/domain/calendar/chinese-date.ts";
import type { SnapshotNext } from "#app/domain/meeting/snapshot.ts";
import { nextPollWords } from "#app/text/terms.ts";
import styles from "./screen.module.css";

/** When the next vote opens and what it asks; nothing where none is planned. `now` is the server's time in ms. */
export function NextPoll({ next, now }: { next: SnapshotNext | null | undefined; now: number }) {
  if (!next) return null;
  const opensAt = new Date(next.opensAt);
  return (
    <p className={styles.next} data-next-poll>
      <b>{nextPollWords(formatMoment(opensAt, new Date(now)), opensAt.getTime() <= now)}</b>
      <span>{next.question}</span>
    </p>
  );
}
