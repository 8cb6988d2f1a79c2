import { Button } from "@mantine/core";
import { useReducer, useRef, useState } from "react";
import { DrawingPane } from "#app/components/desk/method-editor/drawing-pane.tsx";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { withCounters } from "#app/domain/method/compile.ts";
import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { stageDue } from "#app/domain/method/stage-deadline.ts";
import { currentStage, nextSteps } from "#app/domain/method/step.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import styles from "./rehearsal.module.css";
import { factsNow, methodNow, type Rehearsal, type Rehearsed, rehearse, startRehearsal } from "./rehearse.ts";
import { StepList } from "./step-list.tsx";

type Props = { rehearsed: Rehearsed /** The day it is. */; today: CalendarDay };

/** 演练: an imaginary issue on its way through a method, in the browser alone. */
export function RehearsalView({ rehearsed, today }: Props) {
  const [now, act] = useReducer(rehearse.bind(null, rehearsed), today, (day) => startRehearsal(rehearsed, day));
  // Whatever changes the facts but by typing them lays out new forms.
  const [turn, setTurn] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const method = methodNow(rehearsed, now.snapshot);
  const stage = currentStage(method, now.snapshot);
  const facts = factsNow(now);
  const move = (step: Parameters<typeof act>[0]) => {
    act(step);
    setTurn((before) => before + 1);
    heading.current?.focus();
  };
  return (
    <div className={styles.rehearsal}>
      <div className={styles.walk}>
        <section className={styles.here} aria-live="polite">
          <p className={styles.hint}>{text.here}</p>
          <h2 className={styles.stageName} ref={heading} tabIndex={-1}>
            {stage.final ? text.ended(stage.name) : stage.name}
          </h2>
          <StageFacts method={method} stage={stage} now={now} outer={rehearsed.method} />
        </section>
        <div className={styles.acts}>
          <p>
            {text.calendar} <strong>{formatShortDay(now.today)}</strong>
          </p>
          {text.jumps.map((count) => (
            <Button key={count} variant="default" onClick={() => act({ type: "days", count })}>
              {text.after(count)}
            </Button>
          ))}
          <Button variant="default" disabled={now.past.length === 0} onClick={() => move({ type: "back" })}>
            {text.back}
          </Button>
          <Button variant="default" onClick={() => move({ type: "anew", today })}>
            {text.anew}
          </Button>
        </div>
        <StepList
          key={turn}
          method={method}
          stage={stage}
          steps={nextSteps(method, now.snapshot, facts)}
          facts={withCounters(now.snapshot.context, facts)}
          known={rehearsed.decisions.map((each) => each.id)}
          enter={(fact, value) => act({ type: "enter", fact, value })}
          take={(event, reason) => move({ type: "step", event, reason })}
        />
        <History now={now} />
      </div>
      <DrawingPane draft={method} current={stage.id} className={styles.drawing} />
    </div>
  );
}

type FactsProps = { method: MethodDefinition; stage: Stage; now: Rehearsal; outer: MethodDefinition };

function StageFacts({ method, stage, now, outer }: FactsProps) {
  const due = stageDue(method, now.snapshot);
  return (
    <>
      {method !== outer && <p className={styles.inDecision}>{text.inDecision(method.name)}</p>}
      {stage.final && <p className={styles.hint}>{text.endedHint}</p>}
      {stage.who && (
        <p>
          <span className={styles.hint}>{text.who}：</span>
          {stage.who}
        </p>
      )}
      {stage.deadline && (
        <p>
          <span className={styles.hint}>{text.deadline}：</span>
          {due ? text.due(stage.deadline.text, formatShortDay(due)) : stage.deadline.text}
        </p>
      )}
    </>
  );
}

function History({ now }: { now: Rehearsal }) {
  return (
    <section className={styles.history}>
      <h3>{text.history}</h3>
      {now.taken.length === 0 ? (
        <p className={styles.hint}>{text.historyNone}</p>
      ) : (
        <ol>
          {now.taken.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their places
            <li key={index}>
              {text.line(formatShortDay(line.day), line.from, line.to)}
              <span className={styles.hint}>
                {" "}
                {line.label || text.came}
                {line.reason && `：${line.reason}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
