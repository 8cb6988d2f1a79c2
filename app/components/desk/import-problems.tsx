import { peopleText as text } from "#app/text/people.ts";
import { DataTable } from "./data-table.tsx";
import { Section } from "./page-header.tsx";
import styles from "./roll.module.css";

type Level = "refused" | "notice";

type Props<Field extends string> = {
  /** The first of them; `count` is of all. */
  problems: readonly { row: number; field: Field | "header"; value: string; message: string; level: Level }[];
  count: number;
  hint: string;
  levels: Record<Level, string>;
  fields: Record<Field, string>;
};

/** The rows of a sheet that were refused or want a look, each by its number. */
export function ImportProblems<Field extends string>({ problems, count, hint, levels, fields }: Props<Field>) {
  const { rowColumn, fieldColumn, valueColumn, problemColumn, resultColumn } = text;
  const head = [rowColumn, fieldColumn, valueColumn, problemColumn, resultColumn];
  return (
    <Section title={text.problemsTitle} hint={hint}>
      <DataTable caption={text.problemsTitle} head={head}>
        {problems.map(({ row, field, value, message, level }) => (
          <tr key={`${row} ${field} ${message}`}>
            <td className={styles.whole}>{text.row(row)}</td>
            <td className={styles.whole}>{field === "header" ? text.header : fields[field]}</td>
            <td>{shortened(value)}</td>
            <td>{message}</td>
            <td className={level === "refused" ? styles.refused : styles.noticed}>
              {level === "refused" ? "✘ " : "! "}
              {levels[level]}
            </td>
          </tr>
        ))}
      </DataTable>
      <More count={count - problems.length} />
    </Section>
  );
}

/** Below a table that shows its first rows only. */
export const More = ({ count }: { count: number }) =>
  count > 0 ? <p className={styles.was}>{text.more(count)}</p> : null;

const shortened = (value: string) => ([...value].length > 40 ? `${[...value].slice(0, 40).join("")}…` : value);
