import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatDay, formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { actionText as text } from "#app/text/actions.ts";
import { issueText } from "#app/text/issues.ts";
import styles from "./action.module.css";
import { FinishForm, MoveForm, ReturnForm, UndoForm } from "./action-forms.tsx";
import type { Refused } from "./error-summary.tsx";

export type ActionRow = {
  id: string;
  number: number;
  title: string;
  responsible: string;
  deadline: string;
  plan: string;
  state: "open" | "done" | "cancelled";
  resultNote: string;
  version: number;
  issue: { id: string; number: number; title: string };
  meeting: { code: string; startsAt: Date } | null;
  warning: "none" | "due-soon" | "overdue";
  overdueDays: number;
  daysLeft: number;
  doneOn: string | null;
  canUndo: boolean;
  canReturn: boolean;
};

/** Action items one under the other, each with what may be done with it. */
export function ActionList({ items, refused }: { items: ActionRow[]; refused: Refused | null }) {
  return (
    <ol className={styles.items}>
      {items.map((item) => (
        <ActionItem key={`${item.id} ${item.version}`} item={item} refused={refused} />
      ))}
    </ol>
  );
}

function ActionItem({ item, refused }: { item: ActionRow; refused: Refused | null }) {
  return (
    <li className={styles.item} id={`action-${item.number}`}>
      <span className={styles.number}>{item.number}</span>
      <p className={styles.title}>{item.title}</p>
      <Sign item={item} />
      <div className={styles.body}>
        <dl className={styles.facts}>
          <Fact label={text.fields.responsible}>{item.responsible}</Fact>
          <Fact label={text.fields.deadline}>{formatDay(item.deadline)}</Fact>
          {item.meeting && (
            <Fact label={text.fields.meeting}>
              <Link to={`/desk/meetings/${item.meeting.code}`}>{formatShortDay(dayOf(item.meeting.startsAt))}</Link>
            </Fact>
          )}
          <Fact label={issueText.number(item.issue.number)}>
            <Link to={`/desk/issues/${item.issue.id}`}>{item.issue.title}</Link>
          </Fact>
          <Fact label={text.fields.plan} whole>
            {item.plan}
          </Fact>
          {item.resultNote && (
            <Fact label={item.state === "done" ? text.note : text.reason} whole>
              {item.resultNote}
            </Fact>
          )}
        </dl>
        <div className={styles.acts}>
          {item.state === "open" && <FinishForm item={item} refused={refused} />}
          {item.state === "open" && <MoveForm item={item} refused={refused} />}
          {item.canUndo && <UndoForm item={item} />}
          {item.canReturn && <ReturnForm item={item} refused={refused} />}
        </div>
      </div>
    </li>
  );
}

function Fact({ label, whole = false, children }: { label: string; whole?: boolean; children: ReactNode }) {
  return (
    <div className={whole ? styles.whole : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where an item stands: always a sign and words, never colour alone. */
function Sign({ item }: { item: ActionRow }) {
  const [look, sign, words] = signOf(item);
  return (
    <span className={`${styles.sign} ${look ?? ""}`}>
      <span aria-hidden="true">{sign} </span>
      {words}
    </span>
  );
}

function signOf(item: ActionRow): [string | undefined, string, string] {
  const { state, doneOn, deadline, warning, daysLeft } = item;
  if (state === "cancelled") return [styles.cancelled, "–", text.cancelledOn(formatDay(doneOn ?? deadline))];
  if (state === "done") {
    const late = doneOn !== null && doneOn > deadline ? `(${text.late})` : "";
    return [styles.done, "✔", text.doneOn(formatDay(doneOn ?? deadline)) + late];
  }
  if (warning === "overdue") return [styles.overdue, "✘", text.overdue(item.overdueDays)];
  if (warning === "due-soon") return [styles.dueSoon, "!", daysLeft === 0 ? text.dueToday : text.dueSoon(daysLeft)];
  return [styles.quiet, "○", text.states.open];
}
