import { useEffect, useRef } from "react";
import { deskText as text } from "#app/text/desk.ts";
import styles from "./page-parts.module.css";

/** What a form's action answers when it refuses (`formAnswer`). */
export type Refused = {
  ok: false;
  message: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** What the refusal itself told besides: a gate's unmet lines. */
  details?: unknown;
};

/**
 * Above a form: what was refused, with a link to each field (the inputs' ids must be their names, or `prefix` + name).
 * Takes the focus when it appears, so that nobody has to look for why nothing was saved.
 */
export function ErrorSummary({ refused, prefix = "" }: { refused: Refused | null | undefined; prefix?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) box.current?.focus();
  }, [refused]);
  if (!refused) return null;
  const lines = Object.entries(refused.fields);
  const many = lines.length > 1;
  const only = many ? undefined : lines[0];
  return (
    <div ref={box} className={styles.errors} role="alert" tabIndex={-1}>
      <p className={styles.errorsTitle}>
        <span aria-hidden="true">✘ </span>
        {only ? (
          <a href={`#${prefix}${only[0]}`}>{only[1]}</a>
        ) : many ? (
          text.errorSummary(lines.length)
        ) : (
          refused.message
        )}
      </p>
      {many && (
        <ul>
          {lines.map(([field, sentence]) => (
            <li key={field}>
              <a href={`#${prefix}${field}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
