import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { deskText } from "#app/text/desk.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./page-parts.module.css";

const text = deskText.stale;

/** One field as somebody else left it and as this person typed it. */
export type StaleLine = { label: string; theirs: ReactNode; mine: ReactNode; differs: boolean };

/** After a stale save: what it is now beside what was typed, so that nobody overwrites without seeing, and a way to give one's own up. */
export function StaleBox({ title, lines }: { title: string; lines: StaleLine[] }) {
  return (
    <div className={styles.stale} role="alert">
      <p className={styles.staleTitle}>{title}</p>
      <p className={styles.hint}>{text.hint}</p>
      <DataTable caption={title} head={["", text.theirs, text.mine]}>
        {lines.map(({ label, theirs, mine, differs }) => (
          <tr key={label} className={differs ? styles.differs : undefined}>
            <td>{label}</td>
            <td>{theirs}</td>
            <td>{mine}</td>
          </tr>
        ))}
      </DataTable>
      <p>
        <Button component={Link} to="." variant="default" reloadDocument>
          {text.useTheirs}
        </Button>
      </p>
    </div>
  );
}

/** The lines of fields that hold plain words. */
export function staleLines<Field extends string>(
  fields: readonly Field[],
  labels: Readonly<Record<Field, string>>,
  current: Readonly<Record<Field, string>>,
  typed: Readonly<Record<string, string>>,
): StaleLine[] {
  return fields.map((field) => {
    const [theirs, mine] = [current[field], typed[field] ?? ""];
    return { label: labels[field], theirs, mine, differs: theirs !== mine };
  });
}
