import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { documentPageText as text } from "#app/text/document-page.ts";
import { meetingText } from "#app/text/meetings.ts";
import styles from "./document.module.css";

export type Completable = "place" | "chair" | "recorder";
type Props = { blanks: Completable[]; refused: (Refused & { error: string; details?: unknown }) | null };

/** Fields that the meeting's plan lacks and its papers need, to be filled in after its end. */
export function CompleteForm({ blanks, refused }: Props) {
  const current =
    refused?.error === "stale" ? (refused.details as { current: Partial<Record<Completable, string>> }).current : null;
  return (
    <section className={styles.complete} id="complete" aria-labelledby="complete-title">
      <h2 className={styles.name} id="complete-title">
        {text.completeTitle}
      </h2>
      <p className={styles.hint}>{text.completeHint}</p>
      {current ? <Taken current={current} /> : <ErrorSummary refused={refused} />}
      <Form method="post" className={styles.completeForm} noValidate preventScrollReset>
        {blanks.map((name) => (
          <TextInput
            key={name}
            id={name}
            name={name}
            label={meetingText.fields[name]}
            defaultValue={refused?.values[name]}
            error={refused?.fields[name]}
            autoComplete="off"
          />
        ))}
        <Button type="submit" name="intent" value="complete">
          {text.complete}
        </Button>
      </Form>
    </section>
  );
}

function Taken({ current }: { current: Partial<Record<Completable, string>> }) {
  const lines = Object.entries(current) as [Completable, string][];
  return (
    <p className={styles.problem} role="alert">
      {text.staleComplete}
      {lines.map(([name, value]) => `${meetingText.fields[name]} ${value}`).join("、")}
    </p>
  );
}
