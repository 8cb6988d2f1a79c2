import { Section } from "#app/components/desk/page-header.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";
import sheet from "./life-proof.module.css";

type Props = { number: string; issuedOn: string; digest: string | null; fileName: string };

/** Number, day and digest of an issued paper, and how anybody checks the file that they hold. */
export function LifeProof({ number, issuedOn, digest, fileName }: Props) {
  return (
    <Section title={text.proofTitle}>
      <dl className={sheet.proof}>
        <dt>{text.numberLabel}</dt>
        <dd className={sheet.number}>{number}</dd>
        <dt>{text.issuedOn}</dt>
        <dd>{formatDay(issuedOn)}</dd>
        <dt>{text.digestLabel}</dt>
        <dd>{digest ? <code className={sheet.digest}>{digest}</code> : text.noFile}</dd>
      </dl>
      <details className={styles.course}>
        <summary>{text.howToCheck}</summary>
        <p className={styles.hint}>{text.digestHint}</p>
        <dl className={sheet.commands}>
          {text.commands.map(({ on, command }) => (
            <div key={on}>
              <dt>{on}</dt>
              <dd>
                <code>{command(fileName)}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}
