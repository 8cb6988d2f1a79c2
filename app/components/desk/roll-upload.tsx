import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { type ChangeEvent, useEffect, useState } from "react";
import { peopleText as text } from "#app/text/people.ts";
import type { Refused } from "./error-summary.tsx";
import styles from "./roll.module.css";
import { SampleLinks } from "./sample-links.tsx";
import { SheetField } from "./sheet-field.tsx";

/** Chooses the file. A file over `limit` bytes is named at once, before it is sent; the server looks again. */
export function RollUpload({ limit, refused }: { limit: number; refused: Refused | null }) {
  const [chosen, setChosen] = useState<"none" | "fits" | "too-large">("none");
  const busy = useNavigation().formMethod === "POST";
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setChosen((event.currentTarget.files?.[0]?.size ?? 0) > limit ? "too-large" : "fits");
  };
  // What was said of the last file is not true of another one.
  const message = { none: refused?.fields.file, fits: undefined, "too-large": text.files.tooLarge }[chosen];
  useEffect(() => {
    if (refused) setChosen("none");
  }, [refused]);
  return (
    <Form method="post" encType="multipart/form-data" className={styles.upload}>
      <SheetField label={text.chooseFile} message={message} onChange={onChange} />
      <p id="file-hint" className={styles.was} style={{ margin: 0 }}>
        {text.chooseHint}
      </p>
      <SampleLinks />
      <div>
        <Button type="submit" name="intent" value="read" loading={busy} disabled={chosen === "too-large"}>
          {text.upload}
        </Button>
      </div>
    </Form>
  );
}
