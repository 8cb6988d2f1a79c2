import type { Refused } from "#app/components/desk/error-summary.tsx";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";

type DayProps = {
  name: string;
  label: string;
  usual: string;
  max?: string;
  min?: string;
  hint?: string;
  prefix?: string;
  refused: Refused | null;
};

/** A day, with what was typed when it was refused. */
export function DayInput({ name, label, usual, max, min, hint, prefix = "", refused }: DayProps) {
  const error = refused?.fields[name];
  return (
    <div>
      <label className={styles.label} htmlFor={prefix + name}>
        {label}
      </label>
      <input
        className={styles.day}
        type="date"
        id={prefix + name}
        name={name}
        defaultValue={refused?.values[name] ?? usual}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${prefix}${name}-hint` : undefined}
        {...{ max, min }}
      />
      {(error || hint) && (
        <p id={`${prefix}${name}-hint`} className={error ? styles.problem : styles.hint}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** A picture, never asked for. */
export function PhotoInput({ prefix = "", refused }: { prefix?: string; refused: Refused | null }) {
  const error = refused?.fields.photo;
  return (
    <div>
      <label className={styles.label} htmlFor={`${prefix}photo`}>
        {text.photo}
      </label>
      <input
        className={styles.file}
        type="file"
        id={`${prefix}photo`}
        name="photo"
        accept="image/jpeg,image/png"
        aria-invalid={error ? true : undefined}
        aria-describedby={`${prefix}photo-hint`}
      />
      <p id={`${prefix}photo-hint`} className={error ? styles.problem : styles.hint}>
        {error ?? text.photoHint}
      </p>
    </div>
  );
}
