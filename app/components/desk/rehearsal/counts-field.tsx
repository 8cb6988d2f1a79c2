import { TextInput } from "@mantine/core";
import { countsAsked } from "#app/domain/method/counted.ts";
import type { FactValue, MethodDefinition } from "#app/domain/method/definition.ts";
import { linesOfMethod } from "#app/domain/method/fact-kind.ts";
import type { Counts } from "#app/domain/rule/counts.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { CountName } from "#app/domain/rule/types.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import styles from "./rehearsal.module.css";

type Props = {
  method: MethodDefinition;
  fact: string;
  id: string;
  label: string;
  value: FactValue;
  enter: (value: FactValue) => void;
};

/** The figures of a vote that the rules compare: heads, areas where a rule measures them, and further counts by name. */
export function CountsField({ method, fact, id, label, value, enter }: Props) {
  const asked = rulesAsked(method, fact);
  const counts: Counts = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Counts) : {};
  const part = (name: "area" | "extra") => (counts[name] ?? {}) as Readonly<Record<string, number | undefined>>;
  return (
    <fieldset className={styles.counts} id={id}>
      <legend>{label}</legend>
      {asked.names.map((name) => (
        <Figure
          key={name}
          label={asked.labels[name] ?? text.counts[name]}
          value={counts[name]}
          enter={(figure) => enter({ ...counts, [name]: figure })}
        />
      ))}
      {asked.area &&
        asked.names.map((name) => (
          <Figure
            key={`area-${name}`}
            label={text.area(asked.labels[name] ?? text.counts[name])}
            // Areas are kept in 0.01 m².
            value={scaled(part("area")[name], 0.01)}
            enter={(figure) => enter({ ...counts, area: { ...counts.area, [name]: scaled(figure, 100) } })}
          />
        ))}
      {asked.extra.map(({ name, label: words }) => (
        <Figure
          key={name}
          label={words}
          value={part("extra")[name]}
          enter={(figure) => enter({ ...counts, extra: { ...counts.extra, [name]: figure ?? 0 } })}
        />
      ))}
    </fieldset>
  );
}

const scaled = (figure: number | undefined, by: number) => (figure === undefined ? undefined : Math.round(figure * by));

type Asked = {
  names: readonly CountName[];
  area: boolean;
  extra: { name: string; label: string }[];
  labels: Partial<Record<CountName, string>>;
};

/** What all lines together compare that judge this fact by rules. */
function rulesAsked(method: MethodDefinition, fact: string): Asked {
  const tests = linesOfMethod(method).flatMap(({ fact: name, test }) =>
    name === fact && (test.op === "quorum" || test.op === "passes" || test.op === "fails") ? [test] : [],
  );
  const all = tests.map(countsAsked);
  const rules = [...new Set(tests.flatMap((test) => test.rules))].map(requireRule);
  const extra = rules.flatMap((rule) =>
    (rule.conditions ?? []).flatMap((each) => [
      { name: each.of, label: each.ofLabel },
      { name: each.over, label: each.overLabel },
    ]),
  );
  return {
    names: [...new Set(all.flatMap((each) => each.names))],
    area: all.some((each) => each.area),
    extra: [...new Map(extra.map((each) => [each.name, each])).values()],
    labels: Object.assign({}, ...rules.map((rule) => rule.labels ?? {})),
  };
}

type FigureProps = { label: string; value: number | undefined; enter: (figure: number | undefined) => void };

function Figure({ label, value, enter }: FigureProps) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      value={value === undefined ? "" : String(value)}
      onChange={({ currentTarget }) => {
        const words = currentTarget.value.trim();
        if (words === "") enter(undefined);
        else if (/^\d{1,9}$/.test(words)) enter(Number(words));
      }}
    />
  );
}
