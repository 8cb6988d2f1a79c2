import { Button, TextInput } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { settingsText as text } from "#app/text/settings.ts";
import styles from "./settings.module.css";

/** A value to be copied. Over plain http browsers give no clipboard: then it is selected, and the person presses the keys. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
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
