import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { RATINGS } from "#app/domain/issue/facts.ts";
import type { FactValue, MethodDefinition } from "#app/domain/method/definition.ts";
import { COMPUTED_FACTS, choicesOf, factKind } from "#app/domain/method/fact-kind.ts";
import { issueText } from "#app/text/issues.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import { CountsField } from "./counts-field.tsx";

type Props = {
  method: MethodDefinition;
  fact: string;
  label: string;
  id: string;
  value: FactValue;
  enter: (value: FactValue) => void;
};

/** One fact of the imaginary issue, filled in as the method's lines ask it; what the house counts by itself is entered here. */
export function FactField({ method, fact, label, id, value, enter }: Props) {
  const hint = Object.hasOwn(COMPUTED_FACTS, fact) ? text.computed : undefined;
  const common = { id, label, description: hint };
  const typed = typeof value === "string" ? value : "";
  const type = ({ currentTarget }: { currentTarget: { value: string } }) => enter(currentTarget.value);
  if (fact === "seatsPresent") return <SeatsField {...{ method, id, label, value, enter }} />;
  if (fact === "rating") {
    const data = RATINGS.map((rating) => ({ value: rating as string, label: issueText.ratings[rating] }));
    return (
      <NativeSelect {...common} value={typed} data={[{ value: "", label: text.choose }, ...data]} onChange={type} />
    );
  }
  switch (factKind(method, fact)) {
    case "yes":
      return (
        <Checkbox {...common} checked={value === true} onChange={({ currentTarget }) => enter(currentTarget.checked)} />
      );
    case "day":
      return <TextInput {...common} type="date" value={typed} onChange={type} />;
    case "number":
      return <NumberField {...common} value={value} enter={enter} />;
    case "choice":
      return (
        <NativeSelect
          {...common}
          value={typed}
          data={[{ value: "", label: text.choose }, ...choicesOf(method, fact)]}
          onChange={type}
        />
      );
    case "list":
      return <ListField {...common} value={value} enter={enter} />;
    case "counts":
      return <CountsField method={method} fact={fact} id={id} label={label} value={value} enter={enter} />;
    case "text":
      return <Textarea {...common} rows={1} autosize={false} value={typed} onChange={type} />;
  }
}

type Inner = Pick<Props, "id" | "label" | "value" | "enter"> & { description?: string | undefined };

function NumberField({ value, enter, ...common }: Inner) {
  return (
    <TextInput
      {...common}
      inputMode="numeric"
      value={typeof value === "number" ? String(value) : ""}
      onChange={({ currentTarget }) => {
        const words = currentTarget.value.trim();
        if (words === "") enter(undefined);
        else if (/^\d{1,9}$/.test(words)) enter(Number(words));
      }}
    />
  );
}

/** The last line stays as it is typed; empty lines and repetitions count for nothing, as when an issue's form is read. */
function ListField({ value, enter, description, ...common }: Inner) {
  const members = Array.isArray(value) ? value.map(String) : [];
  return (
    <Textarea
      {...common}
      description={[description, text.oneALine].filter(Boolean).join("；")}
      rows={3}
      autosize={false}
      defaultValue={members.join("\n")}
      onChange={({ currentTarget }) => {
        const lines = currentTarget.value.split("\n").map((line) => line.trim());
        enter([...new Set(lines.filter((line) => line !== ""))]);
      }}
    />
  );
}

function SeatsField({ method, id, label, value, enter }: Pick<Props, "method"> & Inner) {
  const taken = Array.isArray(value) ? value.map(String) : [];
  return (
    <Checkbox.Group id={id} label={label} description={text.computed} value={taken} onChange={enter}>
      {method.seats.map((seat) => (
        <Checkbox key={seat.id} value={seat.id} label={seat.name} mt="xs" />
      ))}
    </Checkbox.Group>
  );
}
