import type { ReactNode } from "react";
import { deskText as text } from "#app/text/desk.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./page-parts.module.css";

/** One field as somebody else left it and as this person typed it. */
export type StaleLine = { label: string; theirs: ReactNode; mine: ReactNode; differs: boolean };

/** After a stale save: what it is now beside what was typed, so that nobody overwrites without seeing. */
export function StaleBox({ title, lines, children }: { title: string; lines: StaleLine[]; children?: ReactNode }) {
  return (
    <div className={styles.stale} role="alert">
      <p className={styles.staleTitle}>{title}</p>
      <p className={styles.hint}>{text.stale.hint}</p>
      <DataTable caption={title} head={["", text.stale.theirs, text.stale.mine]}>
        {lines.map(({ label, theirs, mine, differs }) => (
          <tr key={label} className={differs ? styles.differs : undefined}>
            <td>{label}</td>
            <td>{theirs}</td>
            <td>{mine}</td>
          </tr>
        ))}
      </DataTable>
      {children}
    </div>
  );
}
