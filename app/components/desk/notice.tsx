import type { ReactNode } from "react";
import styles from "./page-parts.module.css";

/** One line above a page: what was just done, or what to mind. `children` may hold the way to take it back. */
export function Notice({ kind = "done", children }: { kind?: "done" | "mind"; children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role="status">
      <span aria-hidden="true">{kind === "done" ? "✔" : "!"}</span>
      {children}
    </div>
  );
}
