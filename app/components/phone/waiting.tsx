import { useTicking } from "#app/components/shared/use-live.ts";
import { formatMoment } from "#app/domain/calendar/chinese-date.ts";
import type { MeetingSnapshot, SnapshotAgendaItem, SnapshotNext, SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { phoneText } from "#app/text/phone.ts";
import { cancelledWords, nextPollWords } from "#app/text/terms.ts";
import looking from "./looking.module.css";
import styles from "./phone.module.css";
import { Outcomes } from "./result.tsx";
import { Tick } from "./voting-steps.tsx";

const { waiting, observer } = phoneText;

type Props = {
  snapshot: MeetingSnapshot;
  poll: SnapshotPoll | null;
  votingRight: boolean;
  serverNow(): number;
};

/** Nothing to do now: says so, and what the room is at. */
export function Waiting({ snapshot, poll, votingRight, serverNow }: Props) {
  const { meeting, agendaItem, agenda, next, now } = snapshot;
  const over = isOver(meeting.state);
  return (
    <section className={styles.step} data-step="waiting">
      <p className={looking.present}>
        <Tick />
        {waiting.checkedIn}
        {votingRight ? null : <span className={looking.observer}>{observer.badge}</span>}
      </p>
      <h1 className={styles.calm}>{whatNow(snapshot, poll, votingRight)}</h1>
      {next && !over ? <NextPoll next={next} now={now} serverNow={serverNow} /> : null}
      {agendaItem && !over ? <CurrentItem item={agendaItem} /> : null}
      {meeting.state === "closed" ? <Outcomes agenda={agenda} /> : null}
    </section>
  );
}

/** To somebody who is not checked in: the meeting was called off. */
export function CalledOff({ reason }: { reason: string }) {
  return (
    <section className={styles.step} data-step="cancelled">
      <h1 className={styles.calm}>{cancelledWords(reason)}</h1>
      <p>{waiting.cancelledHint}</p>
    </section>
  );
}

function whatNow({ meeting }: MeetingSnapshot, poll: SnapshotPoll | null, votingRight: boolean): string {
  if (meeting.state === "cancelled") return cancelledWords(meeting.cancelReason ?? "");
  if (meeting.state === "closed") return waiting.closed;
  if (meeting.state === "planned") return waiting.planned;
  if (poll?.state === "closed") return poll.reveal === 0 ? waiting.counting : waiting.onScreen;
  if (!votingRight) return poll?.state === "open" ? observer.poll : observer.waiting;
  return waiting.watch;
}

type NextProps = { next: SnapshotNext; now: string; serverNow(): number };

/** When the next vote opens, by the server's time, and about what. */
function NextPoll({ next, now, serverNow }: NextProps) {
  const ticking = useTicking(serverNow, now, 1000);
  const opensAt = new Date(next.opensAt);
  return (
    <div className={looking.next} role="status" data-next-poll>
      <p>
        <b>{nextPollWords(formatMoment(opensAt, new Date(ticking)), opensAt.getTime() <= ticking)}</b>
      </p>
      <p className={styles.small}>{next.question}</p>
    </div>
  );
}

function CurrentItem({ item }: { item: SnapshotAgendaItem }) {
  return (
    <div className={looking.item}>
      <p className={styles.eyebrow}>
        {waiting.current}
        {item.number === null ? null : <span>{waiting.number(item.number)}</span>}
      </p>
      <p className={looking.itemTitle}>{item.title}</p>
      {item.place ? (
        <p className={styles.small}>
          {waiting.place} {item.place}
        </p>
      ) : null}
      {item.presenter ? (
        <p className={styles.small}>
          {waiting.presenter} {item.presenter}
        </p>
      ) : null}
    </div>
  );
}
