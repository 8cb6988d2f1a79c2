import type { Difference } from "#app/domain/document/difference.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";
import sheet from "./life-changes.module.css";

type Props = { changes: Difference[]; more: number; comparedWith: "check" | "correct" };

/** Which paragraphs went and came. */
export function LifeChanges({ changes, more, comparedWith }: Props) {
  return (
    <section className={sheet.changes} aria-labelledby="changes">
      <h3 id="changes">
        {text.changesTitle} <span className={styles.quiet}>{text.changesOf[comparedWith]}</span>
      </h3>
      {changes.length === 0 && <p className={styles.hint}>{text.noLines}</p>}
      <ul>
        {changes.map(({ kind, text: line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may go twice; the list never changes its order
          <li key={index} data-kind={kind}>
            <span className={sheet.kind}>{kind === "gone" ? text.gone : text.new}</span>
            {kind === "gone" ? <del>{line}</del> : <ins>{line}</ins>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.hint}>{text.moreChanges(more)}</p>}
    </section>
  );
}
