import type { ReactNode } from "react";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { Path } from "./draft.ts";
import styles from "./editor.module.css";
import { faultsWithin, useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import folds from "./fold.module.css";

type Props = {
  /** What the fold is about; its title takes the focus when a fault is here and no field of its own has it. */
  path?: Path;
  title: ReactNode;
  /** What stands in it, in few words. */
  now?: ReactNode;
  open?: boolean;
  /** Places whose faults are counted on the title; `path` where nothing is said. */
  counts?: readonly Path[];
  children: ReactNode;
};

/** A part that is read in one line and opened when somebody wants to change it. */
export function Fold({ path, title, now, open = false, counts, children }: Props) {
  const { faults } = useEditor();
  const places = counts ?? (path ? [path] : []);
  const wrong = places.reduce((sum, place) => sum + faultsWithin(faults, place), 0);
  return (
    <details className={folds.fold} open={open || undefined}>
      <summary className={folds.foldSummary} id={path && fieldId(path)}>
        <span className={folds.foldTitle}>{title}</span>
        <span className={folds.foldNow}>{now}</span>
        {wrong > 0 && <FaultCount count={wrong} />}
      </summary>
      <div className={folds.foldBody}>{children}</div>
    </details>
  );
}

export function FaultCount({ count }: { count: number }) {
  return (
    <span className={styles.wrong}>
      <span aria-hidden="true">✘ </span>
      {methodEditorText.stage.faultCount(count)}
    </span>
  );
}
