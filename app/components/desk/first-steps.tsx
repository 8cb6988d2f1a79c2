import { Link } from "@remix-run/react";
import { todayText as text } from "#app/text/today.ts";
import styles from "./today.module.css";

type Step = keyof typeof text.steps;

const PATHS: Record<Step, string> = {
  people: "/desk/people/import",
  issues: "/desk/issues/new",
  meeting: "/desk/meetings/new",
};

/** What to do first in an empty house; steps that are done say so. */
export function FirstSteps({ begun }: { begun: Record<Step, boolean> }) {
  const steps = Object.keys(PATHS) as Step[];
  const current = steps.find((step) => !begun[step]);
  return (
    <section className={styles.first}>
      <h2>{text.firstSteps}</h2>
      <p className={styles.quiet}>{text.firstStepsHint}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step} className={begun[step] ? styles.stepDone : undefined}>
            <span className={styles.stepNumber} aria-hidden="true">
              {begun[step] ? "✔" : index + 1}
            </span>
            <div>
              <p className={styles.stepTitle}>{text.steps[step].title}</p>
              <p className={styles.quiet}>{begun[step] ? text.done : text.steps[step].hint}</p>
            </div>
            {!begun[step] && (
              <Link to={PATHS[step]} className={step === current ? styles.primary : styles.secondary}>
                {text.steps[step].title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
