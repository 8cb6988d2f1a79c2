import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { StepField } from "#app/domain/method/step-fields.ts";
import type { CountName } from "#app/domain/rule/types.ts";
import { figureName, issueText as text } from "#app/text/issues.ts";
import type { Refused } from "./error-summary.tsx";
import styles from "./issue.module.css";

type Props = { field: StepField; legend: ReactNode; hint: ReactNode; prefix: string; refused: Refused | null };

/** Square metres with two decimals, as the form and the papers write them; areas are kept in 0.01 m². */
const metres = (n: number | undefined): string =>
  n === undefined ? "" : `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`;

/** The figures of a vote: how many were due, came, said what; where the rule measures areas, those too. */
export function CountsField({ field, legend, hint, prefix, refused }: Props) {
  const { fact, counts, poll } = field;
  if (!counts) return null;
  const { names, area, extra, value } = counts;
  const input = (path: string, name: string, known: string) => (
    <TextInput
      key={path}
      id={`${prefix}${fact}.${path}`}
      name={`fact-${fact}.${path}`}
      label={figureName(name)}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={refused?.values[`fact-${fact}.${path}`] ?? known}
      error={refused?.fields[`${fact}.${path}`]}
    />
  );
  const heads = (name: CountName) => input(name, name, value[name] === undefined ? "" : String(value[name]));
  return (
    <fieldset className={styles.figures}>
      <legend>{legend}</legend>
      <p className={styles.note}>{hint}</p>
      {poll && <p className={styles.note}>{text.pollFigures(poll)}</p>}
      {area && <p className={styles.figuresHead}>{text.figureHeads}</p>}
      <div className={styles.figureRow}>
        {names.map(heads)}
        {extra.map((name) => input(`extra.${name}`, name, String(value.extra?.[name] ?? "")))}
      </div>
      {area && (
        <>
          <p className={styles.figuresHead}>{`${text.figureArea}${text.areaUnit}`}</p>
          <div className={styles.figureRow}>
            {names.map((name) => input(`area.${name}`, name, metres(value.area?.[name])))}
          </div>
        </>
      )}
    </fieldset>
  );
}
