import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { type ChangeEvent, useState } from "react";
import { peopleText as text } from "#app/text/people.ts";
import styles from "./roll.module.css";
import { SampleLinks } from "./sample-links.tsx";

/** Chooses the file. A file over `limit` bytes is named at once, before it is sent; the server looks again. */
export function RollUpload({ limit, error }: { limit: number; error: string | undefined }) {
  const [tooLarge, setTooLarge] = useState(false);
  const busy = useNavigation().formMethod === "POST";
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setTooLarge((event.currentTarget.files?.[0]?.size ?? 0) > limit);
  };
  const message = tooLarge ? text.files.tooLarge : error;
  return (
    <Form method="post" encType="multipart/form-data" className={styles.upload}>
      <div>
        <label className={styles.uploadLabel} htmlFor="file">
          {text.chooseFile}
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
          onChange={onChange}
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? "file-hint file-error" : "file-hint"}
        />
        {message && (
          <p id="file-error" className={styles.uploadError}>
            <span aria-hidden="true">✘ </span>
            {message}
          </p>
        )}
      </div>
      <p id="file-hint" className={styles.was} style={{ margin: 0 }}>
        {text.chooseHint}
      </p>
      <SampleLinks />
      <div>
        <Button type="submit" name="intent" value="read" loading={busy} disabled={tooLarge}>
          {text.upload}
        </Button>
      </div>
    </Form>
  );
}
