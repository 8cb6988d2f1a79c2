import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { Form, Link } from "@remix-run/react";
import type { FormEvent } from "react";
import { issueText } from "#app/text/issues.ts";
import { meetingText } from "#app/text/meetings.ts";
import styles from "./agenda.module.css";

const text = meetingText.agenda;

export type AgendaLine = {
  id: string;
  kind: "report-back" | "issue";
  title: string;
  state: "waiting" | "current" | "done";
  outcome: keyof typeof text.outcomes | null;
  movable: boolean;
  issue: { id: string; place: string; category: string; days: number; timesDiscussed: number } | null;
};

type Props = {
  item: AgendaLine;
  place: number;
  /** Edition of the order that the person sees, for a move without scripts. */
  edition: string;
  action: string;
  /** What the report back will tell, under its title. */
  report: string;
  canRise: boolean;
  canSink: boolean;
  onMove: (item: AgendaLine, by: 1 | -1) => void;
};

/** One line of the agenda: dragged by its handle, moved by its buttons, or fixed. */
export function AgendaItemLine({ item, place, report, ...moves }: Props) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
    disabled: !item.movable,
    attributes: { roleDescription: text.handleRole },
  });
  const marks = [styles.item, isDragging ? styles.dragging : "", item.state === "current" ? styles.current : ""];
  return (
    <li
      ref={setNodeRef}
      className={marks.join(" ")}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      {item.movable ? (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={styles.handle}
          {...attributes}
          {...listeners}
          aria-label={text.drag(item.title)}
        >
          <Grip />
        </button>
      ) : (
        <span />
      )}
      <span className={styles.number}>{place}</span>
      <div>
        <p className={styles.title}>
          {item.issue ? <Link to={`/desk/issues/${item.issue.id}`}>{item.title}</Link> : item.title}
        </p>
        <p className={styles.traits}>{item.issue ? traitsOf(item.issue) : report}</p>
      </div>
      <span className={`${styles.state} ${item.state === "current" ? styles.now : ""}`}>{stateOf(item)}</span>
      <Moves item={item} {...moves} />
    </li>
  );
}

function traitsOf(issue: NonNullable<AgendaLine["issue"]>): string {
  const { place, category, days, timesDiscussed } = issue;
  const traits = [place, category, issueText.daysLong(days), issueText.timesLong(timesDiscussed)];
  return traits.filter((trait) => trait !== "").join(" · ");
}

function stateOf(item: AgendaLine): string {
  if (item.outcome) return text.outcomes[item.outcome];
  if (item.kind === "report-back" && item.state === "waiting") return text.fixed;
  return item.state === "waiting" ? "" : text.states[item.state];
}

/** 上移, 下移, 移出: forms of their own, so that they work before scripts do. */
function Moves({ item, edition, action, canRise, canSink, onMove }: Omit<Props, "place" | "report">) {
  if (!item.movable) return <span className={styles.moves} />;
  const move = (by: 1 | -1) => (event: FormEvent) => {
    event.preventDefault();
    onMove(item, by);
  };
  const common = { item, action, edition };
  return (
    <div className={styles.moves}>
      <Move {...common} by={-1} label={text.upOf(item.title)} words={text.up} enabled={canRise} onSubmit={move(-1)} />
      <Move {...common} by={1} label={text.downOf(item.title)} words={text.down} enabled={canSink} onSubmit={move(1)} />
      <Form method="post" action={action} preventScrollReset>
        <input type="hidden" name="itemId" value={item.id} />
        <button
          type="submit"
          className={styles.move}
          name="intent"
          value="remove"
          aria-label={text.removeOf(item.title)}
        >
          {text.remove}
        </button>
      </Form>
    </div>
  );
}

type MoveProps = Pick<Props, "item" | "edition" | "action"> & {
  by: 1 | -1;
  label: string;
  words: string;
  enabled: boolean;
  onSubmit: (event: FormEvent) => void;
};

function Move({ item, edition, action, by, label, words, enabled, onSubmit }: MoveProps) {
  return (
    <form method="post" action={action} onSubmit={onSubmit}>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="edition" value={edition} />
      <button
        type="submit"
        id={`${by < 0 ? "up" : "down"}-${item.id}`}
        className={styles.move}
        name="by"
        value={by}
        aria-label={label}
        disabled={!enabled}
      >
        {words}
      </button>
    </form>
  );
}

const Grip = () => (
  <svg width="12" height="18" viewBox="0 0 12 18" aria-hidden="true">
    <path
      d="M3 3h.01M9 3h.01M3 9h.01M9 9h.01M3 15h.01M9 15h.01"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
    />
  </svg>
);
