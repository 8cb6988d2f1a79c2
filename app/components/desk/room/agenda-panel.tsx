import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./agenda.module.css";
import { LineClock } from "./clock.tsx";
import type { AgendaLine, RoomMeeting } from "./types.ts";

const OUTCOME_STYLE: Record<Outcome, string | undefined> = {
  "resolved-now": styles.good,
  timed: styles.wait,
  declined: styles.bad,
  "next-time": styles.quiet,
  onward: styles.good,
};

type Props = {
  agenda: AgendaLine[];
  viewedId: string | null;
  /** The item before the room. */
  currentId: string | null;
  code: string;
  state: RoomMeeting["state"];
};

/** The agenda: where the meeting is, what came of each item, and how long it took. */
export function AgendaPanel({ agenda, viewedId, currentId, code, state }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const viewed = viewedId && panel.current?.querySelector(`[data-item="${viewedId}"]`);
    if (viewed) viewed.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [viewedId]);
  const issues = agenda.filter((line) => line.kind === "issue");
  const done = agenda.filter((line) => line.state === "done").length;
  return (
    <nav ref={panel} className={styles.panel} aria-label={text.agenda.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.agenda.title}</h2>
        <span className={styles.quiet}>{text.agenda.progress(done, agenda.length)}</span>
      </div>
      <ol className={styles.list}>
        {agenda.map((line) => (
          <li key={line.id}>
            <AgendaLink line={line} viewed={line.id === viewedId} current={line.id === currentId} code={code} />
          </li>
        ))}
      </ol>
      {issues.length === 0 && (
        <div className={styles.none}>
          <p>{text.agenda.empty}</p>
          <p className={styles.quiet}>{text.agenda.emptyHint}</p>
        </div>
      )}
      {state === "planned" && (
        <Link className={styles.arrange} to={`/desk/meetings/${code}`}>
          {text.agenda.arrange}
        </Link>
      )}
      {state === "open" && (
        <Link className={styles.arrange} to={`/desk/meetings/${code}?from=room#add`}>
          {text.agenda.add}
        </Link>
      )}
    </nav>
  );
}

const MARKS = { waiting: "○", current: "●", done: "✓" } as const;

type LinkProps = { line: AgendaLine; viewed: boolean; current: boolean; code: string };

function AgendaLink({ line, viewed, current, code }: LinkProps) {
  const mark = current ? "current" : line.state;
  return (
    <Link
      to={`/desk/meetings/${code}/room?item=${line.id}`}
      className={`${styles.line} ${viewed ? styles.viewed : ""}`}
      aria-current={viewed ? "true" : undefined}
      preventScrollReset
      data-item={line.id}
    >
      <span className={`${styles.mark} ${styles[mark] ?? ""}`} aria-hidden="true">
        {MARKS[mark]}
      </span>
      <span className={styles.number}>{line.position}</span>
      <span className={styles.name}>{line.title}</span>
      <span className={styles.side}>
        <LineClock item={line} />
        <LineState line={line} current={current} />
      </span>
    </Link>
  );
}

/** The outcome in a word, or where the item stands. */
function LineState({ line, current }: { line: AgendaLine; current: boolean }) {
  if (line.outcome) {
    return (
      <span className={`${styles.word} ${OUTCOME_STYLE[line.outcome] ?? ""}`}>{text.outcome.names[line.outcome]}</span>
    );
  }
  if (line.kept) return <span className={styles.word}>{text.agenda.kept(line.kept.done, line.kept.of)}</span>;
  if (current) return <span className={styles.now}>{text.agenda.states.current}</span>;
  // Talked about and left again: somebody still has to write down what came of it.
  if (line.usedSeconds >= 1) return <span className={`${styles.word} ${styles.wait}`}>{text.agenda.undecided}</span>;
  return <span className={`${styles.word} ${styles.quiet}`}>{text.agenda.states[line.state]}</span>;
}
