import type { ReactNode } from "react";
import styles from "./page-parts.module.css";

/** What an empty page shows: what belongs here, and what to do first. `children` are the buttons. */
export function EmptyState({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children && <div className={styles.emptyActions}>{children}</div>}
    </div>
  );
}
