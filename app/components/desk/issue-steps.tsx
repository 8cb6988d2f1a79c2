import type { ReactNode } from "react";
import { issueText as text } from "#app/text/issues.ts";
import { fractionWords } from "#app/text/methods.ts";
import type { Refused } from "./error-summary.tsx";
import styles from "./issue.module.css";
import { type IssueStep, IssueStepForm } from "./issue-step.tsx";
import { Section } from "./page-header.tsx";

type Props = { steps: readonly IssueStep[]; version: number; refused: Refused | null };

/** What may be done next: reviews and the regular ways on, open; statutory decisions and exceptions, folded. */
export function IssueSteps({ steps, version, refused }: Props) {
  const of = (kind: IssueStep["kind"]) => steps.filter((step) => step.kind === kind);
  const open = (step: IssueStep) => <OpenStep key={step.event} step={step} version={version} refused={refused} />;
  const folded = (step: IssueStep) => <FoldedStep key={step.event} step={step} version={version} refused={refused} />;
  return (
    <>
      {of("branch").length > 0 && (
        <Section title={text.branchesHeading} hint={text.branchesHint}>
          {of("branch").map(open)}
        </Section>
      )}
      {(of("exit").length > 0 || steps.length === 0) && (
        <Section title={text.nextHeading}>
          {steps.length === 0 && <p className={styles.empty}>{text.nextNone}</p>}
          {of("exit").map(open)}
        </Section>
      )}
      {of("decision").length > 0 && (
        <Section title={text.decisionsHeading} hint={text.decisionsHint}>
          <div className={styles.exceptions}>{of("decision").map(folded)}</div>
        </Section>
      )}
      {of("exception").length > 0 && (
        <Section title={text.exceptionsHeading} hint={text.exceptionsHint}>
          <div className={styles.exceptions}>{of("exception").map(folded)}</div>
        </Section>
      )}
    </>
  );
}

type One = { step: IssueStep; version: number; refused: Refused | null };

function OpenStep({ step, version, refused }: One) {
  return (
    <div className={styles.step}>
      <div className={styles.stepHead}>
        <h3 className={styles.stepTitle}>
          {step.label} {step.kind === "exit" && <span className={styles.stepTo}>→ {step.toName}</span>}
        </h3>
        <Standing step={step} />
      </div>
      <IssueStepForm step={step} version={version} refused={refused} />
    </div>
  );
}

function FoldedStep({ step, version, refused }: One) {
  const to: ReactNode = step.kind === "exception" && <span className={styles.stepTo}>→ {step.toName}</span>;
  return (
    <details className={styles.exception} open={refused?.values.step === step.event}>
      <summary>
        {step.label} {to}
      </summary>
      <div className={styles.exceptionBody}>
        {step.rules.map(({ name, quorum, pass }) => (
          <p key={name} className={styles.note}>
            {quorum
              ? text.decisionRule(name, fractionWords(quorum), fractionWords(pass))
              : text.decisionRuleNoQuorum(name, fractionWords(pass))}
          </p>
        ))}
        <IssueStepForm step={step} version={version} refused={refused} />
      </div>
    </details>
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
