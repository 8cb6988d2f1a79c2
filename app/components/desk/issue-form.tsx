import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { issueText as text } from "#app/text/issues.ts";
import { methodText } from "#app/text/methods.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import styles from "./form.module.css";

export const ISSUE_FIELDS = ["title", "detail", "place", "category", "source", "raisedBy", "firstRaisedOn"] as const;
export type IssueWords = Record<(typeof ISSUE_FIELDS)[number], string>;

type Props = {
  /** What the fields show unless something was typed and refused. */
  issue: IssueWords;
  /** The edition that saving replaces; `null` for a new issue. */
  version: number | null;
  today: string;
  categories: string[];
  /** The methods to choose from, for a new issue. */
  methods?: { id: string; name: string; family: MethodDefinition["family"]; summary: string }[];
  /** The method that is proposed. */
  methodId?: string;
  refused: Refused | null;
  saveLabel: string;
  back: string;
};

/** The form of an issue. Typed values stay after a refusal. */
export function IssueForm({ issue, version, today, categories, methods = [], methodId = "", refused, ...rest }: Props) {
  const { saveLabel, back } = rest;
  const busy = useNavigation().formData?.get("intent") === "save";
  const fieldOf = (name: keyof IssueWords) => ({
    id: name,
    name,
    label: text.fields[name],
    description: text.hints[name],
    defaultValue: refused?.values[name] ?? issue[name],
    error: refused?.fields[name],
  });
  const known = [...new Set([...categories, ...text.suggestedCategories])];
  return (
    <Form method="post" className={styles.form} noValidate>
      <ErrorSummary refused={refused} />
      {version !== null && <input type="hidden" name="version" value={version} />}
      <TextInput {...fieldOf("title")} required withAsterisk={false} autoComplete="off" />
      <Textarea {...fieldOf("detail")} rows={4} autosize={false} />
      <div className={styles.pair}>
        <TextInput {...fieldOf("place")} autoComplete="off" />
        <TextInput {...fieldOf("category")} list="categories" autoComplete="off" />
        <TextInput {...fieldOf("source")} list="sources" autoComplete="off" />
        <TextInput {...fieldOf("raisedBy")} autoComplete="off" />
        <TextInput {...fieldOf("firstRaisedOn")} type="date" max={today} />
      </div>
      {methods.length > 1 && (
        <MethodChoice methods={methods} chosen={refused?.values.method ?? methodId} refused={refused} />
      )}
      <Suggestions id="categories" values={known} />
      <Suggestions id="sources" values={text.suggestedSources} />
      <div className={styles.actions}>
        <Button type="submit" name="intent" value="save" loading={busy}>
          {saveLabel}
        </Button>
        <Button component={Link} to={back} variant="default">
          {text.cancel}
        </Button>
      </div>
    </Form>
  );
}

type Choice = { methods: NonNullable<Props["methods"]>; chosen: string; refused: Refused | null };

/** The methods by family, and in a sentence what the chosen one is. */
function MethodChoice({ methods, chosen, refused }: Choice) {
  const [id, setId] = useState(chosen || (methods.find((each) => each.id === "roundtable") ?? methods[0])?.id);
  const families = [...new Set(methods.map((method) => method.family))];
  const data = families.map((family) => ({
    group: methodText.families[family],
    items: methods.filter((method) => method.family === family).map(({ id: value, name }) => ({ value, label: name })),
  }));
  return (
    <NativeSelect
      id="method"
      name="method"
      label={text.fields.method}
      description={methods.find((method) => method.id === id)?.summary}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={id}
      onChange={(event) => setId(event.target.value)}
      data={data}
      error={refused?.fields.method}
    />
  );
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
