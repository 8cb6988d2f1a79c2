import { durationWords } from "#app/components/shared/clock.ts";
import type { MeetingSnapshot, SnapshotAgendaItem } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { Join, type JoinProps } from "./join.tsx";
import { NextPoll } from "./next-poll.tsx";
import progress from "./progress.module.css";
import styles from "./screen.module.css";
import { titleSize } from "./title-size.ts";

const text = screenText.item;

type Props = JoinProps & { snapshot: MeetingSnapshot; item: SnapshotAgendaItem };

/** The item before the room: number, title, who reports, and the time left for it. */
export function Item({ snapshot, item, ...join }: Props) {
  return (
    <main className={styles.scene}>
      <div className={styles.body}>
        <p className={styles.eyebrow}>{item.number === null ? text.reportBack : text.issue(item.number)}</p>
        <h1 className={styles.itemTitle} data-length={titleSize(item.title)}>
          {item.title}
        </h1>
        <p className={styles.about}>
          {item.place ? <Fact label={text.place} value={item.place} /> : null}
          {item.presenter ? <Fact label={text.presenter} value={item.presenter} /> : null}
        </p>
        <NextPoll next={snapshot.next} now={join.now} />
      </div>
      <div className={styles.foot}>
        <Timer item={item} snapshotNow={snapshot.now} now={join.now} />
        <Progress snapshot={snapshot} item={item} />
        <Join {...join} size="small" />
      </div>
    </main>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <span className={styles.fact}>
      <small>{label}</small>
      {value}
    </span>
  );
}

function Timer({ item, snapshotNow, now }: { item: SnapshotAgendaItem; snapshotNow: string; now: number }) {
  const since = item.running ? Math.max(0, now - Date.parse(snapshotNow)) / 1000 : 0;
  const used = item.usedSeconds + since;
  const over = used > item.plannedSeconds;
  const shown = over ? used - item.plannedSeconds : item.plannedSeconds - used;
  return (
    <p className={styles.timer} data-over={over}>
      <small>{over ? text.overrun : text.left}</small>
      <b>{durationWords(shown)}</b>
    </p>
  );
}

function Progress({ snapshot: { agenda }, item }: { snapshot: MeetingSnapshot; item: SnapshotAgendaItem }) {
  const here = agenda.findIndex((line) => line.id === item.id);
  return (
    <div className={progress.progress}>
      <span>{text.progress(here + 1, agenda.length)}</span>
      <ol aria-hidden="true">
        {agenda.map((line, index) => (
          <li key={line.id} data-state={index === here ? "current" : line.state} />
        ))}
      </ol>
    </div>
  );
}
