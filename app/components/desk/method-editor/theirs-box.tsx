import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { Draft } from "./draft.ts";
import { draftDifferences } from "./draft-differences.ts";
import styles from "./editor.module.css";
import frame from "./method-editor.module.css";
import type { Theirs } from "./use-saving.ts";

const text = methodEditorText.stale;

type Props = { theirs: Theirs; mine: Draft; keepMine(theirs: Theirs): void; takeTheirs(theirs: Theirs): void };

/** After a stale save: where the other person's draft differs from this one, and the choice between them. */
export function TheirsBox({ theirs, mine, keepMine, takeTheirs }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Whoever saved from further down sees at once why nothing was saved.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "center" });
    box.current?.focus({ preventScroll: true });
  }, []);
  const at = new Date(theirs.updatedAt);
  const lines = draftDifferences(theirs.draft, mine);
  const title = text.title(`${formatShortDay(dayOf(at))} ${clockOf(at)}`);
  return (
    <div ref={box} className={frame.kept} role="alert" tabIndex={-1}>
      <p className={frame.keptTitle}>{title}</p>
      <p className={styles.hint}>{lines.length > 0 ? text.hint : text.same}</p>
      {lines.length > 0 && (
        <DataTable caption={title} head={text.columns}>
          {lines.map((line) => (
            <tr key={line.label}>
              <td>{line.label}</td>
              <td>{line.theirs}</td>
              <td>{line.mine}</td>
            </tr>
          ))}
        </DataTable>
      )}
      <div className={styles.adds}>
        <Button variant="default" onClick={() => keepMine(theirs)}>
          {text.mine}
        </Button>
        <Button variant="default" onClick={() => takeTheirs(theirs)}>
          {text.theirs}
        </Button>
      </div>
    </div>
  );
}
