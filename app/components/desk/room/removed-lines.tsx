import { Disclosure } from "#app/components/desk/disclosure.tsx";
import { roomText as text } from "#app/text/room.ts";
import styles from "./record.module.css";
import type { SpeechView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

/** Lines taken out of the record; none is gone. */
export function RemovedLines({ lines, writable }: { lines: SpeechView[]; writable: boolean }) {
  if (lines.length === 0) return null;
  return (
    <Disclosure
      align="end"
      panelClassName={styles.removedPanel}
      summary={<span className={styles.removedCount}>{text.record.removed(lines.length)}</span>}
    >
      <ul className={styles.removedList}>
        {lines.map((line) => (
          <li key={line.id}>
            <p className={styles.spoken}>
              <b>{line.speaker || text.record.noSpeaker}:</b>
              {line.body}
            </p>
            <span className={styles.lineSide}>
              <span className={styles.by}>{text.record.removedBy(line.updatedBy)}</span>
              {writable && <RestoreLine line={line} />}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function RestoreLine({ line }: { line: SpeechView }) {
  const act = useAct("restore-speech", (values) => values.speechId === line.id);
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="restore-speech" />
      <input type="hidden" name="speechId" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <button type="submit" className={styles.plain} disabled={act.busy}>
        {text.record.restore}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
