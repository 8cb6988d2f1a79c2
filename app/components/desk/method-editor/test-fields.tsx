import type { GateTest } from "#app/domain/method/definition.ts";
import type { How } from "#app/text/method-editor.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import { otherDays } from "./deadline-fold.tsx";
import type { Change, GateLine, Path } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { ChecksField, LinesField, NumberField, SelectField } from "./fields.tsx";
import { kindOfHow } from "./how.ts";
import { factOptions } from "./names.ts";

const text = methodEditorText.gate;

type Props = { path: Path; line: GateLine; how: How; set: (test: GateTest) => Change };

/** What a way of filling in needs besides: how many, which of, how many days, by which rule. */
export function TestFields({ path, line, how, set }: Props) {
  const { test } = line;
  switch (test.op) {
    case "at-least":
    case "at-most":
      return (
        <NumberField
          path={[...path, "value"]}
          label={text.value[test.op]}
          value={test.value}
          most={100000}
          set={(value) => set({ ...test, value: value ?? test.value })}
        />
      );
    case "one-of":
      return (
        <LinesField
          path={[...path, "value"]}
          label={text.options}
          value={test.value}
          set={(value) => set({ ...test, value })}
        />
      );
    case "lists":
      return (
        <NumberField
          path={[...path, "least"]}
          label={text.least}
          value={test.least}
          least={1}
          most={1000}
          set={(least) => set({ ...test, least: least ?? test.least })}
        />
      );
    case "includes-all":
    case "includes-some":
      return <MembersFields path={path} test={test} seats={how === "seats-all" || how === "seats-some"} set={set} />;
    case "covers":
    case "disjoint":
    case "as-many-as":
    case "days-after":
    case "explained":
      return <ComparedFields path={path} line={line} test={test} how={how} set={set} />;
    case "elapsed":
      return <ElapsedFields path={path} test={test} words={line.text} set={set} />;
    case "passes":
    case "fails":
    case "quorum":
      return <RulesField path={path} test={test} set={set} />;
    default:
      return null;
  }
}

type Of<Op extends GateTest["op"]> = { path: Path; test: GateTest & { op: Op }; set: Props["set"] };

function MembersFields({ path, test, seats, set }: Of<"includes-all" | "includes-some"> & { seats: boolean }) {
  const { draft } = useEditor();
  const options = draft.seats.map((seat) => ({ value: seat.id, label: seat.name || seat.id }));
  const put = (value: readonly string[]) => set({ ...test, value: [...value] });
  const common = { path: [...path, "value"], value: test.value, set: put };
  return (
    <>
      {seats ? (
        <ChecksField
          {...common}
          label={text.seats}
          hint={options.length === 0 ? text.noSeats : undefined}
          options={options}
        />
      ) : (
        <LinesField {...common} label={text.members} />
      )}
      {test.op === "includes-some" && (
        <NumberField
          path={[...path, "least"]}
          label={text.least}
          value={test.least}
          least={1}
          most={60}
          set={(least) => set({ ...test, least: least ?? test.least })}
        />
      )}
    </>
  );
}

type Compared = Of<"covers" | "disjoint" | "as-many-as" | "days-after" | "explained"> & { line: GateLine; how: How };

function ComparedFields({ path, line, test, how, set }: Compared) {
  const { draft } = useEditor();
  const name = test.op === "explained" ? "by" : "of";
  const value = test.op === "explained" ? test.by : test.of;
  const groups = factOptions(draft, test.op === "explained" ? "text" : kindOfHow(how), line.fact);
  const label = test.op === "explained" ? text.by : test.op === "days-after" ? text.daysOf : text.listOf[test.op];
  const none = groups.length === 0 ? text.noneToChoose : text.choose;
  return (
    <div className={styles.pair}>
      <SelectField
        path={[...path, name]}
        label={label ?? text.by}
        value={value}
        options={[{ value: "", label: none }, ...groups]}
        set={(fact) => set(test.op === "explained" ? { ...test, by: fact } : { ...test, of: fact })}
      />
      {test.op === "days-after" && (
        <NumberField
          path={[...path, "days"]}
          label={text.days}
          value={test.days}
          set={(days) => set({ ...test, days: days ?? test.days })}
        />
      )}
    </div>
  );
}

function ElapsedFields({ path, test, words, set }: Of<"elapsed"> & { words: string }) {
  return (
    <div className={styles.pair}>
      <NumberField
        path={[...path, "days"]}
        label={text.days}
        hint={otherDays(words, test.days)}
        value={test.days}
        set={(days) => set({ ...test, days: days ?? test.days })}
      />
      <SelectField
        path={[...path, "kind"]}
        label={text.dayKind}
        value={test.kind}
        options={Object.entries(text.dayKinds).map(([value, label]) => ({ value, label }))}
        set={(kind) => set({ ...test, kind: kind as (typeof test)["kind"] })}
      />
    </div>
  );
}

function RulesField({ path, test, set }: Of<"passes" | "fails" | "quorum">) {
  const { kit } = useEditor();
  return (
    <ChecksField
      path={[...path, "rules"]}
      label={text.rules}
      value={test.rules}
      options={kit.rules.map(({ id, name }) => ({ value: id, label: name }))}
      set={(rules) => set({ ...test, rules: [...rules] })}
    />
  );
}
