import { createContext, useContext } from "react";
import { durationWords } from "#app/components/shared/clock.ts";
import { useTicking } from "#app/components/shared/use-live.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./room.module.css";

/** The server's time, going on by the page's monotonic clock; `readAt` is when the page was read. */
export type ServerClock = { serverNow(): number; snapshotNow: string; readAt: Date };

export const ServerClockContext = createContext<ServerClock>({
  serverNow: () => 0,
  snapshotNow: new Date(0).toISOString(),
  readAt: new Date(0),
});

/** The server's time in ms, once a second. */
export function useServerTime(): number {
  const { serverNow, snapshotNow } = useContext(ServerClockContext);
  return useTicking(serverNow, snapshotNow, 500);
}

export type Timed = { plannedSeconds: number; usedSeconds: number; running: boolean };

/** Seconds used by an item up to now. */
function useUsed({ usedSeconds, running }: Timed): number {
  const { readAt } = useContext(ServerClockContext);
  const now = useServerTime();
  return running ? usedSeconds + Math.max(0, (now - readAt.getTime()) / 1000) : usedSeconds;
}

/** “04:10 计划 08:00”; past the plan in red, with the word. */
export function ItemClock({ item }: { item: Timed }) {
  const used = useUsed(item);
  const over = used - item.plannedSeconds;
  return (
    <div className={styles.itemClock} role="timer" aria-label={clockLabel(used, item.plannedSeconds)}>
      <span className={over > 0 ? styles.clockOver : styles.clockUsed}>{durationWords(used)}</span>
      <span className={over > 0 ? styles.overWord : styles.quiet}>
        {over > 0 ? text.clock.over(durationWords(over)) : text.clock.planned(durationWords(item.plannedSeconds))}
      </span>
    </div>
  );
}

const clockLabel = (used: number, planned: number) => text.clock.label(durationWords(used), durationWords(planned));

/** The short clock of an agenda line. */
export function LineClock({ item }: { item: Timed }) {
  const used = useUsed(item);
  if (used < 1 && !item.running) return null;
  const over = used > item.plannedSeconds;
  return (
    <span className={over ? styles.lineOver : styles.lineClock}>
      {durationWords(used)}
      {over && <span className={styles.visuallyHidden}> {text.clock.over("")}</span>}
    </span>
  );
}

/** The whole agenda: minutes used against minutes planned, past the plan in red and with the word. */
export function WholeClock({ agenda }: { agenda: readonly Timed[] }) {
  const sum = (of: (line: Timed) => number) => agenda.reduce((total, line) => total + of(line), 0);
  const used = useUsed({
    usedSeconds: sum((line) => line.usedSeconds),
    plannedSeconds: 0,
    running: agenda.some((line) => line.running),
  });
  const planned = sum((line) => line.plannedSeconds);
  const over = Math.floor((used - planned) / 60);
  return (
    <span className={styles.quiet}>
      {text.clock.whole(Math.floor(used / 60), Math.round(planned / 60))}
      {over > 0 && <b className={styles.overWord}> {text.clock.wholeOver(over)}</b>}
    </span>
  );
}
