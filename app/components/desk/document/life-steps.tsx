import { Section } from "#app/components/desk/page-header.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";

type Step = { key: keyof typeof text.steps; by: string; at: Date | null };
type Props = { steps: Step[]; course: { act: string; actor: string; at: Date }[] };

/** The life of a paper as a line of steps with who and when; below it all that was kept of it. */
export function LifeSteps({ steps, course }: Props) {
  const next = steps.findIndex(({ at }) => at === null);
  return (
    <Section title={text.stepsTitle}>
      <ol className={styles.steps}>
        {steps.map(({ key, by, at }, index) => (
          <li key={key} data-done={at !== null} aria-current={index === next ? "step" : undefined}>
            <span className={styles.dot} aria-hidden="true">
              {at ? "✔" : index + 1}
            </span>
            <span>
              <strong>{text.steps[key]}</strong>
              <span className={styles.quiet}>{at ? `${by} · ${formatDateTime(at)}` : text.waiting}</span>
            </span>
          </li>
        ))}
      </ol>
      <details className={styles.course}>
        <summary>{text.course}</summary>
        <ul>
          {course.map(({ act, actor, at }) => (
            <li key={`${act} ${at.getTime()}`}>{`${formatDateTime(at)} ${actor} ${act}`}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
