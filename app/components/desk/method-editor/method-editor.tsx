import { useBeforeUnload, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Draft } from "./draft.ts";
import { DrawingPane } from "./drawing-pane.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { EditorContext, type EditorKit } from "./editor-context.ts";
import { FaultList } from "./fault-list.tsx";
import { HeadForm } from "./head-form.tsx";
import { KeptBox } from "./kept-box.tsx";
import { useKeptDraft } from "./kept-draft.ts";
import { LeaveBox } from "./leave-box.tsx";
import styles from "./method-editor.module.css";
import { SeatsForm } from "./seats-form.tsx";
import { EndsForm, StagesForm } from "./stages-form.tsx";
import { TheirsBox } from "./theirs-box.tsx";
import { useMethodEditor } from "./use-method-editor.ts";
import { useSaving } from "./use-saving.ts";
import { useShortcuts } from "./use-shortcuts.ts";

export type EditedMethod = {
  id: string;
  edition: number;
  draft: Draft;
  /** The number that the next published version will have. */
  nextVersion: number;
};

/** 自编方法 in a form: the steps on the left, what is wrong and how it looks beside them. */
export function MethodEditor({ method, kit }: { method: EditedMethod; kit: EditorKit }) {
  const { editor, drawn, undo, redo } = useMethodEditor(method.draft, kit);
  const { draft, change, faults } = editor;
  const saving = useSaving(method, draft);
  const { saved, refused, dirty } = saving;
  const { kept, settle } = useKeptDraft(method.id, { draft, edition: saved.edition, dirty });
  useBeforeUnload((event) => {
    if (dirty) event.preventDefault();
  });
  useShortcuts({ save: saving.save, undo: undo.do, redo: redo.do });
  const rehearse = useRehearsal(method.id, dirty, saving.save);
  const replace = (next: Draft) => change(() => next);
  return (
    <EditorContext.Provider value={editor}>
      <div className={styles.editor}>
        <EditorBar
          saving={saving}
          undo={undo}
          redo={redo}
          faults={faults.length}
          nextVersion={saving.published ? saving.published + 1 : method.nextVersion}
          rehearse={rehearse}
        />
        <div className={styles.notes}>
          {kept && (
            <KeptBox
              kept={kept}
              older={kept.edition !== saved.edition}
              use={() => {
                replace(kept.draft);
                settle();
              }}
              drop={settle}
            />
          )}
          {refused?.stale && (
            <TheirsBox
              theirs={refused.stale}
              mine={draft}
              keepMine={saving.saveOver}
              takeTheirs={(theirs) => {
                saving.takeTheirs(theirs);
                replace(theirs.draft);
              }}
            />
          )}
        </div>
        <FaultList />
        <div className={styles.form}>
          <HeadForm />
          <SeatsForm />
          <StagesForm />
          <EndsForm />
        </div>
        <DrawingPane draft={drawn} current={editor.open} />
        <LeaveBox dirty={dirty} />
      </div>
    </EditorContext.Provider>
  );
}

/** To the rehearsal, which reads what is saved: unsaved changes are saved first. */
function useRehearsal(id: string, dirty: boolean, save: () => void) {
  const [wanted, setWanted] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    if (wanted && !dirty) navigate(`/desk/methods/own/${id}/rehearsal`);
  }, [wanted, dirty, id, navigate]);
  return () => {
    setWanted(true);
    if (dirty) save();
  };
}
