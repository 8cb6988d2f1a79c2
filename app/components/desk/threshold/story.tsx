import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { rulesText as text } from "#app/text/rules.ts";
import styles from "./threshold.module.css";
import { useScripted } from "./use-scripted.ts";

/** The steps as plain text, to be taken along; without scripts the text itself can be opened and marked. */
export function Story({ story }: { story: string }) {
  const scripted = useScripted();
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(story);
      setSaid(text.copied);
    } catch {
      // Over plain http browsers give no clipboard: the text is shown and marked, and the person presses the keys.
      if (box.current) box.current.open = true;
      field.current?.select();
      setSaid(text.selected);
    }
  };
  return (
    <div className={styles.story}>
      {scripted && (
        <div className={styles.storyActions}>
          <Button variant="default" onClick={copy}>
            {text.copy}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {text.print}
          </Button>
          <span role="status" className={styles.note}>
            {said}
          </span>
        </div>
      )}
      <details ref={box}>
        <summary>{text.asText}</summary>
        <textarea
          ref={field}
          className={styles.storyText}
          aria-label={text.asText}
          readOnly
          rows={story.split("\n").length + 1}
          value={story}
        />
      </details>
    </div>
  );
}
