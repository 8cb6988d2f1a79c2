import { issueText as text } from "#app/text/issues.ts";
import styles from "./stage-stepper.module.css";

export type StageMark = { id: string; name: string; who: string; state: keyof typeof text.stageStates };

/** The stages of an issue's method and where it stands in them; what it went past without stopping stays dashed. */
export function StageStepper({ stages, label = text.stageHeading }: { stages: readonly StageMark[]; label?: string }) {
  return (
    <ol className={styles.stepper} aria-label={label}>
      {stages.map((stage, index) => (
        <li
          key={stage.id}
          className={`${styles.stage} ${styles[stage.state] ?? ""}`}
          aria-current={stage.state === "current" ? "step" : undefined}
          title={stage.who}
        >
          <span className={styles.sign} aria-hidden="true">
            {stage.state === "passed" ? "✔" : stage.state === "skipped" ? "–" : index + 1}
          </span>
          <span className={styles.name}>
            {stage.name}
            <span className={styles.state}>{text.stageStates[stage.state]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
