import { Button } from "@mantine/core";
import { SaveState } from "#app/components/desk/save-state.tsx";
import { methodEditorText } from "#app/text/method-editor.ts";
import { ConfirmBox } from "./confirm-box.tsx";
import styles from "./editor.module.css";
import frame from "./method-editor.module.css";
import type { useSaving } from "./use-saving.ts";

const text = methodEditorText.bar;

type Step = { can: boolean; do(): void };
type Props = {
  saving: ReturnType<typeof useSaving>;
  undo: Step;
  redo: Step;
  faults: number;
  nextVersion: number;
  rehearse(): void;
};

/** What can be done with the whole draft, and how it stands. Stays in sight. */
export function EditorBar({ saving, undo, redo, faults, nextVersion, rehearse }: Props) {
  const { busy, dirty } = saving;
  return (
    <div className={frame.bar}>
      <p className={`${frame.verdict} ${faults > 0 ? styles.wrong : frame.right}`} role="status">
        <span aria-hidden="true">{faults > 0 ? "✘ " : "✔ "}</span>
        {faults > 0 ? methodEditorText.faults.some(faults) : methodEditorText.faults.none}
      </p>
      <State saving={saving} />
      <div className={frame.barActs}>
        <button type="button" className={styles.small} title={text.undoHint} disabled={!undo.can} onClick={undo.do}>
          {text.undo}
        </button>
        <button type="button" className={styles.small} title={text.redoHint} disabled={!redo.can} onClick={redo.do}>
          {text.redo}
        </button>
        <Button variant="default" onClick={rehearse} disabled={busy}>
          {dirty ? text.rehearseSave : text.rehearse}
        </Button>
        <Button variant={dirty ? "filled" : "default"} loading={busy} title={text.saveHint} onClick={saving.save}>
          {text.save}
        </Button>
        {faults > 0 ? (
          <Button disabled title={text.publishBlocked} variant="default">
            {text.publish}
          </Button>
        ) : (
          <ConfirmBox
            label={text.publish}
            question={text.publishTitle(nextVersion)}
            detail={text.publishDetail(nextVersion)}
            confirm={text.publishConfirm}
            align="end"
            onConfirm={saving.publish}
          />
        )}
      </div>
    </div>
  );
}

function State({ saving }: Pick<Props, "saving">) {
  const { busy, refused, published, saved, dirty } = saving;
  if (busy) return <SaveState state="saving" />;
  if (refused) return <SaveState state="failed" message={refused.message} />;
  if (dirty) return <span className={styles.unsaved}>{text.unsaved}</span>;
  if (published) return <span className={frame.right}>✔ {methodEditorText.answers.published(published)}</span>;
  return saved.at ? <SaveState state="saved" at={saved.at} /> : <span className={frame.quiet}>{text.saved}</span>;
}
