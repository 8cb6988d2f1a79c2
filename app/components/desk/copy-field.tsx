import { Button, TextInput } from "@mantine/core";
import { useId, useRef } from "react";
import { settingsText as text } from "#app/text/settings.ts";
import styles from "./settings.module.css";
import { useCopy } from "./use-copy.ts";

/** A value to be copied. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { copy, said } = useCopy(field);
  return (
    <div className={styles.inline}>
      <TextInput ref={field} id={id} label={label} value={value} readOnly className={styles.copyValue} />
      <Button type="button" onClick={copy}>
        {text.copy}
      </Button>
      <span role="status" className={styles.quiet}>
        {said}
      </span>
    </div>
  );
}
