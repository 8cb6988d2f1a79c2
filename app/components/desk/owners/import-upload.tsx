import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import rollStyles from "#app/components/desk/roll.module.css";
import { SheetField } from "#app/components/desk/sheet-field.tsx";
import { ownersText } from "#app/text/owners.ts";
import styles from "./owners.module.css";

const { import: text } = ownersText;

/** Chooses the register. */
export function ImportUpload({ refused }: { refused: Refused | null }) {
  const busy = useNavigation().formMethod === "POST";
  const message = refused?.fields.file;
  return (
    <Form method="post" encType="multipart/form-data" className={rollStyles.upload}>
      <SheetField label={text.choose} message={message} />
      <p id="file-hint" className={styles.muted} style={{ margin: 0 }}>
        {text.hint}
      </p>
      <p className={styles.muted} style={{ margin: 0 }}>
        {text.identityHint}
      </p>
      <p className={rollStyles.samples}>
        {text.sample}:
        <a href="/samples/owners-sample.csv" download="房屋清单样表（示例）.csv">
          {text.sampleCsv}
        </a>
      </p>
      <div>
        <Button type="submit" name="intent" value="read" loading={busy}>
          {text.readButton}
        </Button>
      </div>
    </Form>
  );
}
