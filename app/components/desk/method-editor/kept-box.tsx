import { Button } from "@mantine/core";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import styles from "./editor.module.css";
import type { Kept } from "./kept-draft.ts";
import frame from "./method-editor.module.css";

const text = methodEditorText.kept;

type Props = { kept: Kept /** Somebody saved since. */; older: boolean; use(): void; drop(): void };

/** Offers back what was left unsaved on this computer. */
export function KeptBox({ kept, older, use, drop }: Props) {
  const at = new Date(kept.at);
  return (
    <div className={frame.kept} role="alert">
      <p className={frame.keptTitle}>{text.title(`${formatShortDay(dayOf(at))} ${clockOf(at)}`)}</p>
      <p className={styles.hint}>{older ? text.older : text.hint}</p>
      <div className={styles.adds}>
        <Button variant="default" onClick={use}>
          {text.use}
        </Button>
        <Button variant="default" onClick={drop}>
          {text.drop}
        </Button>
      </div>
    </div>
  );
}
