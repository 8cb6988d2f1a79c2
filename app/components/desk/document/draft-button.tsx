import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { SourceRef } from "#app/domain/document/source.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";

type Props = { source: SourceRef; genre: string /** As an address carries them. */; choices: [string, string][] };

/** Keeps the paper, as chosen, as a draft for somebody else to check. `source.id` of a meeting is its code. */
export function DraftButton({ source, genre, choices }: Props) {
  return (
    <Form method="post" action="/desk/documents/new" className={styles.draft}>
      <input type="hidden" name="sourceKind" value={source.kind} />
      <input type="hidden" name="sourceId" value={source.id} />
      <input type="hidden" name="genre" value={genre} />
      {choices.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="default">
        {text.draftButton}
      </Button>
      <p className={styles.hint}>{text.draftHint}</p>
    </Form>
  );
}
