import type { InputHTMLAttributes, ReactNode } from "react";
import styles from "./plain-form.module.css";

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value; shown at the field and read out with it. */
  error?: string | undefined;
};

/** A labelled input of a plain form; its id is its name. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const { name } = input;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <p className={styles.field}>
      <label htmlFor={name}>{label}</label>
      <input {...input} id={name} aria-invalid={error ? true : undefined} aria-describedby={described || undefined} />
      {hint && (
        <span className={styles.hint} id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className={styles.error} id={`${name}-error`}>
          <span aria-hidden="true">✘ </span>
          {error}
        </span>
      )}
    </p>
  );
}

/** One of several answers, with a line that says what it means. */
export function Choice({
  name,
  value,
  checked,
  label,
  hint,
}: Record<"name" | "value" | "label" | "hint", string> & { checked: boolean }) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={name} value={value} defaultChecked={checked} />
      <span>
        <span className={styles.choiceLabel}>{label}</span>
        <span className={styles.hint}>{hint}</span>
      </span>
    </label>
  );
}

/** A sentence above a form that was refused. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <p className={styles.refusal} role="alert">
      <span aria-hidden="true">✘ </span>
      {children}
    </p>
  );
}
