import { Link } from "@remix-run/react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { roomText as text } from "#app/text/room.ts";
import { ItemClock, type Timed } from "./clock.tsx";
import styles from "./item.module.css";
import type { IssueView, ItemView, StageMarkView } from "./types.ts";

/** What the room is about: title, where it comes from, how long, which stage, and what is still missing. */
export function ItemHead({ item, timed }: { item: ItemView; timed: Timed | null }) {
  const { issue } = item;
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <div className={styles.titleBlock}>
          <p className={styles.kicker}>
            {text.poll.onItem(item.position)}
            {issue && (
              <>
                {" · "}
                <Link to={`/desk/issues/${issue.id}`}>{text.item.number(issue.number)}</Link>
                {" · "}
                {text.item.time(issue.time)}
              </>
            )}
          </p>
          <h1 className={styles.title} data-long={item.title.length > 40}>
            {item.title}
          </h1>
        </div>
        {timed && <ItemClock item={timed} />}
      </div>
      {issue && <IssueFacts issue={issue} />}
      {issue && <StageStepper stages={issue.stages} />}
      {issue && <Missing issue={issue} decided={item.outcome !== null} />}
    </header>
  );
}

function IssueFacts({ issue }: { issue: IssueView }) {
  const day = formatDay(issue.firstRaisedOn).slice(5);
  const facts = [
    issue.place,
    issue.category,
    issue.source,
    issue.raisedBy && text.item.raisedBy(issue.raisedBy),
    issue.waitingDays > 0 ? text.item.waiting(day, issue.waitingDays) : text.item.waitingToday(day),
  ].filter(Boolean);
  return (
    <>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      {issue.detail && (
        <details className={styles.detail}>
          <summary>{text.item.detail}</summary>
          <p>{issue.detail}</p>
        </details>
      )}
    </>
  );
}

/** 收集 ─ 确认 ─ ●协商 ─ …: the current stage in vermilion and with its word for those who cannot see it. */
function StageStepper({ stages }: { stages: StageMarkView[] }) {
  return (
    <ol className={styles.stages} aria-label={text.item.stages}>
      {stages.map((stage) => (
        <li key={stage.id} className={styles[stage.state]} title={stage.who}>
          <span aria-hidden="true">{stage.state === "current" ? "●" : stage.state === "passed" ? "✓" : "○"}</span>
          {stage.name}
          <span className={styles.visuallyHidden}>({text.item.stageStates[stage.state]})</span>
        </li>
      ))}
    </ol>
  );
}

function Missing({ issue, decided }: { issue: IssueView; decided: boolean }) {
  const seats = issue.emptySeats.length > 0 && !decided ? issue.emptySeats.join("、") : "";
  const lines = issue.missing.map((line) => line.text);
  if (decided && lines.length === 0) return null;
  return (
    <p className={styles.missing}>
      {lines.length > 0 ? (
        <span className={styles.wait}>
          <b>{text.item.missing}:</b>
          {lines.join(" · ")}
        </span>
      ) : (
        <span className={styles.good}>
          <span aria-hidden="true">✔ </span>
          {text.item.nothingMissing}
        </span>
      )}
      {seats && <span className={styles.seats}>{text.item.emptySeats(seats)}</span>}
    </p>
  );
}
