import { type RefObject, useState } from "react";
import { settingsText as text } from "#app/text/settings.ts";

/**
 * Copies a field's value and says so. Over plain http browsers give no clipboard: then it is selected, and the person presses the keys.
 */
export function useCopy(field: RefObject<HTMLInputElement | HTMLTextAreaElement>) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(field.current?.value ?? "");
      setSaid(text.copied);
    } catch {
      setSaid(text.selected);
    }
  };
  return { copy, said };
}
