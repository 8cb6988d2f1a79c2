import { useState } from "react";
import type { Facts, FactValue, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import type { NextStep } from "#app/domain/method/step.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import styles from "./rehearsal.module.css";
import { StepCard } from "./step-card.tsx";

type Props = {
  method: MethodDefinition;
  stage: Stage;
  steps: readonly NextStep[];
  facts: Facts;
  /** Ids of the decisions that can be walked. */
  known: readonly string[];
  enter(fact: string, value: FactValue): void;
  take(event: string, reason: string): void;
};

const keyOf = (step: NextStep) => `${step.kind} ${step.event}`;

/**
 * All that may be done from here: the plain ways, the first of them open, and what is done out of turn below. One is open at a time: steps
 * share facts, and a form shows those that were there when it opened.
 */
export function StepList({ steps, known, ...common }: Props) {
  const plain = steps.filter((step) => step.kind !== "exception");
  const exceptions = steps.filter((step) => step.kind === "exception");
  const [open, setOpen] = useState(plain[0] && keyOf(plain[0]));
  const card = (step: NextStep) => {
    const key = keyOf(step);
    return (
      <details
        key={key}
        className={styles.step}
        open={key === open}
        onToggle={({ currentTarget: { open: opened } }) =>
          setOpen((before) => (opened ? key : before === key ? undefined : before))
        }
      >
        <StepSummary step={step} />
        {key === open && (
          <StepCard {...common} step={step} missing={step.kind === "decision" && !known.includes(step.event)} />
        )}
      </details>
    );
  };
  return (
    <>
      {plain.length > 0 && (
        <section className={styles.steps}>
          <h3>{text.steps}</h3>
          {plain.map(card)}
        </section>
      )}
      {exceptions.length > 0 && (
        <section className={styles.steps}>
          <h3>{text.exceptions}</h3>
          <p className={styles.hint}>{text.exceptionsHint}</p>
          {exceptions.map(card)}
        </section>
      )}
    </>
  );
}

function StepSummary({ step }: { step: NextStep }) {
  const unmet = step.checklist.filter((line) => !line.met).length;
  return (
    <summary>
      <span className={styles.stepLabel}>{step.label}</span>
      <span className={styles.stepTo}>→ {step.toName}</span>
      <span className={step.ready ? styles.ready : styles.lacks}>
        {step.ready ? `✔ ${text.ready}` : `○ ${text.lacks(unmet)}`}
      </span>
    </summary>
  );
}
