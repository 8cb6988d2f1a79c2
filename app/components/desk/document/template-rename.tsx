import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

type Props = { name: string; edition: number; refused: Refused | null };

/** Gives a template another name. */
export function TemplateRename({ name, edition, refused }: Props) {
  return (
    <Section title={text.rename}>
      <Form method="post" className={styles.inline}>
        <input type="hidden" name="version" value={edition} />
        <TextInput
          id="name"
          name="name"
          label={text.name}
          maxLength={40}
          required
          defaultValue={refused?.values.name ?? name}
          key={name}
          error={refused?.fields.name}
        />
        <Button type="submit" name="intent" value="rename" variant="default">
          {text.rename}
        </Button>
      </Form>
    </Section>
  );
}
