import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { methodEditorText } from "#app/text/method-editor.ts";
import { BranchesFold } from "./branches-fold.tsx";
import { addStage, heirOf, removeStage, setStage, waysInto } from "./changes.ts";
import { ConfirmBox } from "./confirm-box.tsx";
import { DeadlineFold } from "./deadline-fold.tsx";
import { DecisionsFold } from "./decisions-fold.tsx";
import type { Draft, Stage } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { ExceptionsFold } from "./exceptions-fold.tsx";
import { ExitsEditor } from "./exits-editor.tsx";
import { SelectField, TextField } from "./fields.tsx";
import folds from "./fold.module.css";
import { GateEditor } from "./gate-editor.tsx";
import { PapersFold, RulesFold } from "./papers-fold.tsx";
import { SourceField } from "./source-field.tsx";
import own from "./stages-form.module.css";

const text = methodEditorText.stage;

/** A stage open: its name and who acts; what it asks; where it leads; and, folded, all that most stages do without. */
export function StageForm({ stage, index }: { stage: Stage; index: number }) {
  const path = ["stages", index];
  return (
    <div className={own.stageForm}>
      <div className={styles.pair}>
        <TextField
          path={[...path, "name"]}
          label={text.name}
          value={stage.name}
          set={(name) => setStage(index, { name })}
        />
        <SelectField
          path={[...path, "kind"]}
          label={text.kind}
          value={stage.kind}
          options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
          set={(kind) => setStage(index, { kind: kind as Stage["kind"] })}
        />
      </div>
      <TextField
        path={[...path, "who"]}
        label={text.who}
        hint={text.whoHint}
        value={stage.who}
        set={(who) => setStage(index, { who })}
      />
      <GateEditor
        at={{ stage: index, part: "gate", way: 0 }}
        title={methodEditorText.gate.title}
        none={methodEditorText.gate.none}
      />
      <ExitsEditor index={index} />
      <div className={folds.folds}>
        <DeadlineFold index={index} />
        <ExceptionsFold index={index} />
        <PapersFold index={index} />
        <BranchesFold index={index} />
        <DecisionsFold index={index} />
        <RulesFold index={index} />
      </div>
      <SourceField
        path={[...path, "source"]}
        of={stage.name}
        source={stage.source}
        set={(source) => setStage(index, { source })}
      />
      <StageActs stage={stage} index={index} />
    </div>
  );
}

function StageActs({ stage, index }: { stage: Stage; index: number }) {
  const { draft, change, focus, setOpen } = useEditor();
  const insert = () => {
    change(addStage(index, text.newExit));
    focus(["stages", index + 1, "name"]);
  };
  return (
    <div className={own.stageActs}>
      <Button variant="default" onClick={insert}>
        {text.addAfter}
      </Button>
      <ConfirmBox
        label={text.remove}
        question={text.removeTitle(stage.name || text.item("", index + 1))}
        detail={removalWords(draft, index)}
        confirm={text.remove}
        onConfirm={() => {
          setOpen(null);
          change(removeStage(index));
          focus(["stages"]);
        }}
      />
    </div>
  );
}

/** What becomes of the ways that lead to a stage when it goes. */
export function removalWords(draft: Draft, index: number): ReactNode {
  const ways = waysInto(draft, index).length;
  if (ways === 0) return text.removeAlone;
  const heir = heirOf(draft, index);
  return heir ? text.removeToHeir(ways, heir.name) : text.removeDangling(ways);
}
