import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { settingsText as text } from "#app/text/settings.ts";
import styles from "./vote.module.css";

/** Several lines to be copied. Over plain http browsers give no clipboard: then they are selected, and the person presses the keys. */
export function CopyText({ value, label, rows = 4 }: { value: string; label: string; rows?: number }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setSaid(text.copied);
    } catch {
      setSaid(text.selected);
    }
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea ref={field} id={id} value={value} readOnly rows={rows} />
      <div className={styles.ways}>
        <Button type="button" variant="default" onClick={copy}>
          {text.copy}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
