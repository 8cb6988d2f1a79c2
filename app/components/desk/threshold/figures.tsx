import { Checkbox, TextInput } from "@mantine/core";
import type { Asked, Calculation, Entry } from "#app/domain/rule/calculator.ts";
import { rulesText as text } from "#app/text/rules.ts";
import styles from "./threshold.module.css";

type Props = { calculation: Calculation; figures: Asked["figures"]; enter: (field: string, words: string) => void };

/** Where the figures are filled in: heads, areas where the rule measures them, and the votes that only have to fit. */
export function Figures({ calculation, figures, enter }: Props) {
  const { entries, problems, rule } = calculation;
  const parts: [legend: string, entries: readonly Entry[]][] = [
    [text.heads(rule.unit), entries.filter(({ measure, optional }) => measure === "heads" && !optional)],
    [text.area, entries.filter(({ measure }) => measure === "area")],
    [text.rest, entries.filter(({ optional }) => optional)],
  ];
  return (
    <>
      {parts.map(([legend, fields]) =>
        fields.length === 0 ? null : (
          <fieldset key={legend} className={`${styles.figures} ${fields[0]?.optional ? styles.three : ""}`}>
            <legend>{legend}</legend>
            {fields.map(({ field, label, measure }) => (
              <TextInput
                key={field}
                id={`figure-${field}`}
                name={field}
                label={label}
                inputMode={measure === "area" ? "decimal" : "numeric"}
                autoComplete="off"
                maxLength={30}
                value={figures[field] ?? ""}
                onChange={({ currentTarget }) => enter(field, currentTarget.value)}
                error={problems[field]}
              />
            ))}
          </fieldset>
        ),
      )}
    </>
  );
}

/** What a place asks beside the rule, to be ticked; nothing where no place asks anything. */
export function Overlays({ overlays, tick }: Pick<Calculation, "overlays"> & { tick: (id: string) => void }) {
  if (overlays.length === 0) return null;
  return (
    <fieldset className={styles.overlays}>
      <legend>{text.overlays}</legend>
      <p className={styles.hint}>{text.overlaysHint}</p>
      {overlays.map(({ id, name, note, source, chosen }) => (
        <Checkbox
          key={id}
          name="overlay"
          value={id}
          label={name}
          description={[source.ref, note].filter(Boolean).join("。")}
          checked={chosen}
          onChange={() => tick(id)}
        />
      ))}
    </fieldset>
  );
}
