import { Button, TextInput } from "@mantine/core";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./report.module.css";
import type { ItemView, ReportLineView, RoomView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

/** `first`: what must still be reported before the meeting can end; null where its method does not ask it. */
type Props = { item: ItemView; writable: boolean; first: RoomView["reportFirst"] };

/** 上周议定事项落实情况: every promise of earlier meetings, ticked through one by one. */
export function ReportBack({ item, writable, first }: Props) {
  const { report } = item;
  const untold = first && new Set(first.map((line) => line.id));
  return (
    <section className={styles.report} aria-label={text.report.title}>
      <h2 className={styles.title}>{text.report.title}</h2>
      {first && report.length > 0 && <p className={styles.first}>{text.report.first}</p>}
      {report.length === 0 && (
        <div className={styles.empty}>
          <p>{text.report.empty}</p>
          <p className={styles.quiet}>{text.report.emptyHint}</p>
        </div>
      )}
      <ol className={styles.lines}>
        {report.map((line) => (
          <ReportLine key={line.id} line={line} writable={writable} told={untold && !untold.has(line.id)} />
        ))}
      </ol>
    </section>
  );
}

type LineProps = {
  line: ReportLineView;
  writable: boolean;
  /** Whether this meeting has heard of it; null where nobody asks. */
  told: boolean | null;
};

function ReportLine({ line, writable, told }: LineProps) {
  const { state } = line;
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <p className={styles.promise}>{line.title}</p>
        <p className={styles.quiet}>{text.report.from(line.issueNumber, line.issueTitle)}</p>
        <p>
          <b>{line.responsible}</b>
          {" · "}
          {text.report.due(formatShortDay(line.deadline))}
          {line.plan && <span className={styles.quiet}> · {line.plan}</span>}
        </p>
        {line.resultNote && <p className={styles.result}>{line.resultNote}</p>}
      </div>
      <div className={styles.standing}>
        <StateWord line={line} />
        {state === "open" && told !== null && <ToldWord told={told} />}
        {writable && state === "open" && <MarkDone line={line} />}
        {writable && state === "done" && <MarkOpen line={line} />}
      </div>
      {writable && state === "open" && told !== null && <Explain line={line} />}
    </li>
  );
}

function StateWord({ line }: { line: ReportLineView }) {
  const { state, overdueDays, late } = line;
  if (state === "done") {
    return (
      <span className={styles.good}>
        <span aria-hidden="true">✔ </span>
        {late ? text.report.late : text.report.states.done}
      </span>
    );
  }
  if (overdueDays > 0) {
    return (
      <span className={styles.bad}>
        <span aria-hidden="true">! </span>
        {text.report.overdue(overdueDays)}
      </span>
    );
  }
  return <span className={styles.quiet}>{text.report.states[state]}</span>;
}

function ToldWord({ told }: { told: boolean }) {
  return (
    <span className={told ? styles.good : styles.wait}>
      <span aria-hidden="true">{told ? "✔ " : "! "}</span>
      {told ? text.report.told : text.report.untold}
    </span>
  );
}

/** How far an open promise is, and why it is not done: said in the room, written here. */
function Explain({ line }: { line: ReportLineView }) {
  const act = useAct("report-progress", (values) => values.id === line.id);
  const stale = act.refused?.error === "stale" ? (act.refused.details as { current: { note: string } }).current : null;
  return (
    <act.Form method="post" className={styles.explain} key={line.resultNote}>
      <input type="hidden" name="intent" value="report-progress" />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="was" value={stale?.note ?? line.resultNote} />
      <TextInput
        name="note"
        aria-label={`${text.report.progress}：${line.title}`}
        placeholder={text.report.progressHint}
        maxLength={1000}
        error={act.refused?.fields.note}
        defaultValue={act.refused?.values.note ?? line.resultNote}
      />
      <Button type="submit" variant="default" loading={act.busy}>
        {text.report.explain}
      </Button>
      {stale ? (
        <p className={styles.wait} role="alert">
          {text.report.staleProgress(stale.note)}
        </p>
      ) : (
        !act.refused?.fields.note && <RefusalLine refused={act.refused} />
      )}
    </act.Form>
  );
}

function MarkDone({ line }: { line: ReportLineView }) {
  const act = useAct("report-done", (values) => values.id === line.id);
  return (
    <act.Form method="post" className={styles.mark}>
      <input type="hidden" name="intent" value="report-done" />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <TextInput
        name="note"
        aria-label={text.report.note}
        placeholder={text.report.note}
        maxLength={1000}
        error={act.refused?.fields.note}
        defaultValue={act.refused?.values.note ?? ""}
      />
      <Button type="submit" variant="default" loading={act.busy}>
        {text.report.done}
      </Button>
      {!act.refused?.fields.note && <RefusalLine refused={act.refused} />}
    </act.Form>
  );
}

function MarkOpen({ line }: { line: ReportLineView }) {
  const act = useAct("report-open", (values) => values.id === line.id);
  return (
    <act.Form method="post" className={styles.mark}>
      <input type="hidden" name="intent" value="report-open" />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <button type="submit" className={styles.plain} disabled={act.busy}>
        {text.report.stillOpen}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
