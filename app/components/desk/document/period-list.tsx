import { Link } from "@remix-run/react";
import { periodText } from "#app/text/periods.ts";
import styles from "./archive.module.css";

const text = periodText.list;

type Each = { id: string; name: string; meetings: number };

/** Months and quarters in which there were meetings, each leading to its papers and its archive. */
export function PeriodList({ months, quarters }: { months: Each[]; quarters: Each[] }) {
  if (months.length === 0) return null;
  return (
    <section className={styles.periods} aria-labelledby="periods">
      <h2 id="periods">{text.title}</h2>
      <Row label={text.months} periods={months} />
      <Row label={text.quarters} periods={quarters} />
    </section>
  );
}

function Row({ label, periods }: { label: string; periods: Each[] }) {
  return (
    <ul className={styles.row} aria-label={label}>
      {periods.map(({ id, name, meetings }) => (
        <li key={id}>
          <Link to={`/desk/documents/periods/${id}`} aria-label={text.of(name, meetings)}>
            {text.short(name, meetings)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
