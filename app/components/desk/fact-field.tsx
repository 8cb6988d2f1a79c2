import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { RATINGS } from "#app/domain/issue/facts.ts";
import type { ChecklistLine } from "#app/domain/method/definition.ts";
import type { StepField } from "#app/domain/method/step-fields.ts";
import { issueText as text } from "#app/text/issues.ts";
import { SourceTag } from "./checklist.tsx";
import { CountsField } from "./counts-field.tsx";
import type { Refused } from "./error-summary.tsx";
import styles from "./issue.module.css";

type Props = {
  field: StepField;
  /** The checklist's line that it answers: said in the field itself, not a second time above. */
  line?: ChecklistLine | undefined;
  prefix: string;
  refused: Refused | null;
  /** Told when a choice is made, so that what hangs on it can show itself. */
  onChoose: (fact: string, word: string) => void;
};

/** More words than this are a list to open, not one to look over. */
const MOST_RADIOS = 5;

/** The field that fills in one fact, by its kind. Fields are named `fact-…`, so that none is taken for the step's own. */
export function FactField({ field, line, prefix, refused, onChoose }: Props) {
  const { fact, kind, value } = field;
  const label = <SignedLabel line={line} text={text.facts[fact] ?? field.label} />;
  const common = { id: `${prefix}${fact}`, name: `fact-${fact}`, label, error: refused?.fields[fact] };
  const typed = refused?.values[`fact-${fact}`];
  const defaultValue = typed ?? value;
  const hint = { description: <Hint field={field} line={line} /> };
  switch (kind) {
    case "yes":
      return (
        <>
          {/* A box that is not ticked sends nothing: without this a tick could never be taken back. */}
          <input type="hidden" name={common.name} value="off" />
          <Checkbox {...common} {...hint} value="on" defaultChecked={refused ? typed === "on" : value === "true"} />
        </>
      );
    case "day":
      return <TextInput {...common} {...hint} type="date" defaultValue={defaultValue} />;
    case "number":
      return (
        <TextInput
          {...common}
          {...hint}
          inputMode="numeric"
          classNames={{ input: styles.short }}
          defaultValue={defaultValue}
        />
      );
    case "list":
      return <Textarea {...common} {...hint} defaultValue={defaultValue} rows={4} />;
    case "choice":
      return (
        <ChoiceField
          {...common}
          {...hint}
          choices={field.choices}
          chosen={defaultValue}
          onChoose={(word) => onChoose(fact, word)}
        />
      );
    case "counts":
      return <CountsField field={field} legend={label} hint={hint.description} prefix={prefix} refused={refused} />;
    case "rating": {
      const words = RATINGS.map((rating) => ({ value: rating, label: text.ratings[rating] }));
      const data = [{ value: "", label: text.ratingChoose }, ...words];
      return <NativeSelect {...common} {...hint} data={data} defaultValue={defaultValue} />;
    }
    case "text":
      return <Textarea {...common} {...hint} defaultValue={defaultValue} rows={fact === "responsible" ? 1 : 2} />;
  }
}

/** The label with the line's sign before it: met or still open. */
function SignedLabel({ line, text: words }: { line: ChecklistLine | undefined; text: string }) {
  if (!line) return <>{words}</>;
  return (
    <>
      <span className={line.met ? styles.signMet : styles.signOpen} aria-hidden="true">
        {line.met ? "✔" : "○"}
      </span>{" "}
      {words}
    </>
  );
}

/** When it is asked, how a list is written, what is there so far, and who says that it is asked. */
function Hint({ field: { when, kind }, line }: Pick<Props, "field" | "line">) {
  const words = [when ? text.onlyWhen(when.words) : "", kind === "list" ? text.listHint : "", line?.detail ?? ""];
  return (
    <>
      {words.filter(Boolean).join(" · ")} {line && <SourceTag source={line.source} />}
    </>
  );
}

type Choice = {
  id: string;
  name: string;
  label: ReactNode;
  error: string | undefined;
  description?: ReactNode;
  choices: readonly string[];
  chosen: string;
  onChoose: (word: string) => void;
};

function ChoiceField({ choices, chosen, onChoose, ...common }: Choice) {
  if (choices.length > MOST_RADIOS) {
    const data = [{ value: "", label: text.choose }, ...choices.map((word) => ({ value: word, label: word }))];
    return (
      <NativeSelect {...common} data={data} defaultValue={chosen} onChange={(event) => onChoose(event.target.value)} />
    );
  }
  const { id, ...group } = common;
  return (
    <Radio.Group {...group} id={id} defaultValue={chosen} onChange={onChoose}>
      <div className={styles.radios}>
        {choices.map((word) => (
          <Radio key={word} value={word} label={word} />
        ))}
      </div>
    </Radio.Group>
  );
}
