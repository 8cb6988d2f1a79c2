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

/** All that may be done from here: the plain ways, the first of them open, and what is done out of turn below. */
export function StepList({ method, stage, steps, facts, known, enter, take }: Props) {
  const plain = steps.filter((step) => step.kind !== "exception");
  const exceptions = steps.filter((step) => step.kind === "exception");
  const card = (step: NextStep, open: boolean) => (
    <StepCard
      key={`${step.kind} ${step.event}`}
      method={method}
      stage={stage}
      step={step}
      facts={facts}
      open={open}
      missing={step.kind === "decision" && !known.includes(step.event)}
      enter={enter}
      take={take}
    />
  );
  return (
    <>
      {plain.length > 0 && (
        <section className={styles.steps}>
          <h3>{text.steps}</h3>
          {plain.map((step, index) => card(step, index === 0))}
        </section>
      )}
      {exceptions.length > 0 && (
        <section className={styles.steps}>
          <h3>{text.exceptions}</h3>
          <p className={styles.hint}>{text.exceptionsHint}</p>
          {exceptions.map((step) => card(step, false))}
        </section>
      )}
    </>
  );
}
