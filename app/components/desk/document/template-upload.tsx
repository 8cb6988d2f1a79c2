import { Button, TextInput } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import parts from "#app/components/desk/page-parts.module.css";
import { OWN_TEMPLATE_LIMITS } from "#app/domain/document/own-template.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";
import { useChosenFile } from "./use-chosen-file.ts";

type Props = {
  refused: Refused | null;
  /** A new template is given a name. */
  named?: boolean;
  /** The edition of the template that gets a new version. */
  edition?: number;
};

/** Chooses a Word file. One that is too large is named at once, before it is sent; the server looks again. */
export function TemplateUpload({ refused, named = false, edition }: Props) {
  const { tooLarge, stillRefused, onChange } = useChosenFile(OWN_TEMPLATE_LIMITS.bytes, refused);
  const busy = useNavigation().formMethod === "POST";
  const message = tooLarge ? text.fault({ reason: "too-large" }) : stillRefused ? refused?.fields.file : undefined;
  return (
    <Form method="post" encType="multipart/form-data" className={styles.upload}>
      {edition !== undefined && <input type="hidden" name="version" value={edition} />}
      {named && (
        <TextInput
          id="name"
          name="name"
          label={text.name}
          description={text.nameHint}
          maxLength={40}
          required
          defaultValue={refused?.values.name}
          error={refused?.fields.name}
        />
      )}
      <div className={parts.fileField}>
        <label htmlFor="file">{text.file}</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          required
          onChange={onChange}
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? "file-error" : undefined}
        />
        {message && (
          <p id="file-error" role="alert" className={styles.error}>
            <span aria-hidden="true">✘ </span>
            {message}
          </p>
        )}
      </div>
      <div>
        <Button type="submit" name="intent" value="upload" loading={busy} disabled={tooLarge}>
          {text.upload}
        </Button>
      </div>
    </Form>
  );
}
