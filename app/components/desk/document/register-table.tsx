import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import type { DocumentState } from "#app/domain/document/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { StateTag } from "./life-relatives.tsx";
import styles from "./register.module.css";

type Line = {
  id: string;
  number: string;
  title: string;
  state: DocumentState;
  corrected: boolean;
  public: boolean;
  masked: boolean;
  hanging: number;
  draftedBy: string;
  createdAt: Date;
  issuedOn: string | null;
};

/** Every document with its number, how far it is, for whom it is, and who drafted it. */
export function RegisterTable({ lines }: { lines: Line[] }) {
  return (
    <div className={styles.register}>
      <DataTable caption={text.register} head={text.registerHead}>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className={styles.number}>{line.number || "—"}</td>
            <td className={styles.title}>
              <Link to={`/desk/documents/${line.id}`}>{line.title}</Link>
            </td>
            <td>
              <StateTag state={line.state} corrected={line.corrected} />
            </td>
            <td>
              {text.audience[!line.public ? "internal" : line.masked ? "public" : "unmasked"]}
              {line.hanging > 0 && <span className={styles.quiet}>{text.hanging(line.hanging)}</span>}
            </td>
            <td>
              {line.draftedBy}
              <span className={styles.quiet}>{formatDay(dayOf(line.createdAt))}</span>
            </td>
            <td>{line.issuedOn ? formatDay(line.issuedOn) : "—"}</td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}
