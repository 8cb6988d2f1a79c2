import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import parts from "#app/components/desk/page-parts.module.css";
import rollStyles from "#app/components/desk/roll.module.css";
import { ownersText } from "#app/text/owners.ts";
import styles from "./owners.module.css";

const { import: text } = ownersText;

/** Chooses the register. */
export function ImportUpload({ refused }: { refused: Refused | null }) {
  const busy = useNavigation().formMethod === "POST";
  const message = refused?.fields.file;
  return (
    <Form method="post" encType="multipart/form-data" className={rollStyles.upload}>
      <div className={parts.fileField}>
        <label htmlFor="file">{text.choose}</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? "file-hint file-error" : "file-hint"}
        />
        {message && (
          <p id="file-error" role="alert" className={rollStyles.uploadError}>
            <span aria-hidden="true">✘ </span>
            {message}
          </p>
        )}
      </div>
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
