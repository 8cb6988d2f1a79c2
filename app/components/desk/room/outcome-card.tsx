import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { roomText as text } from "#app/text/room.ts";
import { outcomeWords } from "#app/text/terms.ts";
import styles from "./outcome.module.css";
import type { ItemView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const SIGN: Record<Outcome, string> = { "resolved-now": "✔", timed: "◷", declined: "✘", "next-time": "↷", onward: "→" };

/** What was decided, by whom, and the way to change it until the meeting ends. */
export function OutcomeCard({ item, writable, onChange }: { item: ItemView; writable: boolean; onChange(): void }) {
  const { outcome } = item;
  if (!outcome) return null;
  return (
    <div className={`${styles.card} ${styles[outcome] ?? ""}`} data-decided>
      <div className={styles.cardHead}>
        <h2 className={styles.verdict}>
          <span aria-hidden="true">{SIGN[outcome]} </span>
          {outcomeWords(outcome, item.stepLabel)}
        </h2>
        <span className={styles.quiet}>{text.outcome.decidedBy(item.decidedBy)}</span>
        {writable && (
          <span className={styles.cardActs}>
            <button type="button" className={styles.plain} onClick={onChange}>
              {text.outcome.change}
            </button>
            <UndoOutcome item={item} />
          </span>
        )}
      </div>
      {item.conclusion && item.tasks.length === 0 && <p className={styles.words}>{item.conclusion}</p>}
      {item.reason && (
        <p className={styles.words}>
          {outcome === "declined" ? text.outcome.declineReason : text.outcome.nextTimeReason}：{item.reason}
        </p>
      )}
      {item.tasks.map((task) => (
        <p key={task.id} className={styles.words}>
          {task.title} —— <b>{task.responsible}</b>,{text.outcome.due(formatShortDay(task.deadline))}。
          <span className={styles.quiet}>{task.plan}</span>
        </p>
      ))}
      {item.differences && (
        <p className={styles.quiet}>
          {text.outcome.differences}：{item.differences}
        </p>
      )}
    </div>
  );
}

function UndoOutcome({ item }: { item: ItemView }) {
  const act = useAct("undo-outcome", (values) => values.agendaItemId === item.id);
  return (
    <act.Form method="post" className={styles.undo}>
      <input type="hidden" name="intent" value="undo-outcome" />
      <input type="hidden" name="agendaItemId" value={item.id} />
      <input type="hidden" name="decision" value={item.decision} />
      <ConfirmButton
        label={text.outcome.undo}
        question={text.outcome.undoQuestion}
        detail={text.outcome.undoDetail}
        confirm={text.outcome.undo}
      />
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
