import { Button } from "@mantine/core";
import { useId, useRef } from "react";
import { useCopy } from "#app/components/desk/use-copy.ts";
import { settingsText as text } from "#app/text/settings.ts";
import styles from "./vote.module.css";

/** Several lines to be copied. */
export function CopyText({ value, label, rows = 4 }: { value: string; label: string; rows?: number }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { copy, said } = useCopy(field);
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
