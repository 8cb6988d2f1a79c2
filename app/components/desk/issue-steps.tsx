import { issueText as text } from "#app/text/issues.ts";
import type { Refused } from "./error-summary.tsx";
import styles from "./issue.module.css";
import { type IssueStep, IssueStepForm } from "./issue-step.tsx";
import { Section } from "./page-header.tsx";

type Props = { steps: readonly IssueStep[]; version: number; refused: Refused | null };

/** What may be done next: the regular ways on, open; the exceptions, folded. */
export function IssueSteps({ steps, version, refused }: Props) {
  const exits = steps.filter((step) => step.kind === "exit");
  const exceptions = steps.filter((step) => step.kind === "exception");
  return (
    <>
      <Section title={text.nextHeading}>
        {steps.length === 0 && <p className={styles.empty}>{text.nextNone}</p>}
        {exits.map((step) => (
          <div key={step.event} className={styles.step}>
            <div className={styles.stepHead}>
              <h3 className={styles.stepTitle}>
                {step.label} <span className={styles.stepTo}>→ {step.toName}</span>
              </h3>
              <Standing step={step} />
            </div>
            <IssueStepForm step={step} version={version} refused={refused} />
          </div>
        ))}
      </Section>
      {exceptions.length > 0 && (
        <Section title={text.exceptionsHeading} hint={text.exceptionsHint}>
          <div className={styles.exceptions}>
            {exceptions.map((step) => (
              <details key={step.event} className={styles.exception} open={refused?.values.event === step.event}>
                <summary>
                  {step.label} <span className={styles.stepTo}>→ {step.toName}</span>
                </summary>
                <div className={styles.exceptionBody}>
                  <IssueStepForm step={step} version={version} refused={refused} />
                </div>
              </details>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

function Standing({ step }: { step: IssueStep }) {
  const missing = step.checklist.filter((line) => !line.met).length;
  if (step.checklist.length === 0) return null;
  return missing > 0 ? (
    <span className={styles.lacks}>{text.lacks(missing)}</span>
  ) : (
    <span className={styles.complete}>✔ {text.allMet}</span>
  );
}
