import { Button, Textarea } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";

/** Begins a correction of an issued paper. Closed until it is needed. */
export function CorrectionForm({ version, refused }: { version: number; refused: Refused | null }) {
  return (
    <details className={styles.fold} open={refused ? true : undefined}>
      <summary>{text.correctTitle}</summary>
      <p className={styles.hint}>{text.correctLead}</p>
      <ErrorSummary refused={refused} />
      <Form method="post" className={styles.form} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          id="reason"
          name="reason"
          label={text.reason}
          description={text.correctHint}
          defaultValue={refused?.values.reason}
          error={refused?.fields.reason}
          maxLength={500}
          autosize
          minRows={3}
          required
        />
        <div>
          <Button type="submit" name="intent" value="correct">
            {text.correct}
          </Button>
        </div>
      </Form>
    </details>
  );
}
