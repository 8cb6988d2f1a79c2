import { Button, Textarea, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";
import { DayInput } from "./life-fields.tsx";

/** Registers an objection; anonymous ones are taken too. */
export function ObjectionForm({ today, refused }: { today: string; refused: Refused | null }) {
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  return (
    <details className={styles.fold} open={refused ? true : undefined}>
      <summary>{text.object}</summary>
      <ErrorSummary refused={refused} />
      <Form method="post" className={styles.form} noValidate preventScrollReset>
        <div className={styles.pair}>
          <TextInput {...field("objector")} label={text.objector} description={text.objectorHint} autoComplete="off" />
          <TextInput {...field("contact")} label={text.contact} description={text.contactHint} autoComplete="off" />
        </div>
        <Textarea {...field("body")} label={text.bodyLabel} maxLength={1000} autosize minRows={3} required />
        <Textarea {...field("evidence")} label={text.objectionEvidence} maxLength={500} autosize />
        <DayInput name="receivedOn" label={text.receivedOn} usual={today} max={today} refused={refused} />
        <div>
          <Button type="submit" name="intent" value="object">
            {text.object}
          </Button>
        </div>
      </Form>
    </details>
  );
}
