import type { ReactNode } from "react";
import { rootText } from "#app/text/root.ts";
import styles from "./door.module.css";

/** The pages before the desk: one sheet of paper in the middle, the mark above it. */
export function Door({
  title,
  lead,
  children,
  wide = false,
}: {
  title: string;
  lead: string;
  children: ReactNode;
  wide?: boolean;
}) {
  return (
    <main className={wide ? `${styles.door} ${styles.wide}` : styles.door}>
      <p className={styles.brand}>
        <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="13" fill="none" stroke="var(--vermilion)" strokeWidth="5" />
          <circle cx="16" cy="16" r="3.5" fill="var(--vermilion)" />
        </svg>
        {rootText.product}
      </p>
      <div className={styles.sheet}>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}

/** The one button at the end of such a form. */
export function DoorButton({ children }: { children: ReactNode }) {
  return (
    <button className={styles.button} type="submit">
      {children}
    </button>
  );
}
