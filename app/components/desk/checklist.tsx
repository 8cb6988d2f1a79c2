import type { ChecklistLine } from "#app/domain/method/definition.ts";
import type { Source, SourceKind } from "#app/domain/source.ts";
import { issueText as text } from "#app/text/issues.ts";
import { methodText, sourceWords } from "#app/text/methods.ts";
import styles from "./checklist.module.css";

/** What a gate asks, line by line: whether it holds, what is there instead, and who says that it is asked. */
export function Checklist({ lines }: { lines: readonly ChecklistLine[] }) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line.id} className={`${styles.line} ${line.met ? styles.met : styles.unmet}`}>
          <span className={styles.sign} role="img" aria-label={line.met ? text.met : text.unmet}>
            {line.met ? "✔" : "○"}
          </span>
          <span>
            {line.text} <span className={styles.detail}>{line.detail}</span>
          </span>
          <span className={styles.source}>
            <SourceTag source={line.source} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** “法律 《…》第28条”: the kind of a source as a badge, then the source. */
export function SourceTag({ source }: { source: Source }) {
  return (
    <>
      <SourceBadge kind={source.kind} />
      {sourceWords(source)}
    </>
  );
}

/** The kind of a source as a badge; laws stand out. */
export function SourceBadge({ kind }: { kind: SourceKind }) {
  return <span className={`${styles.badge} ${kind === "law" ? styles.law : ""}`}>{methodText.sourceKinds[kind]}</span>;
}
