import { methodEditorText } from "#app/text/method-editor.ts";
import type { Branch } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { TextField } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { GateEditor } from "./gate-editor.tsx";
import { SourceField } from "./source-field.tsx";
import { addBranch, removeBranch, setBranch } from "./ways.ts";

const text = methodEditorText.branches;

/** 同时审核: reviews that run side by side. */
export function BranchesFold({ index }: { index: number }) {
  const { draft, change, focus } = useEditor();
  const branches = draft.stages[index]?.branches ?? [];
  const path = ["stages", index, "branches"];
  const now = branches.map((branch, place) => text.item(branch.name, place + 1)).join("、");
  return (
    <Fold path={path} title={text.title} now={now || text.none}>
      <p className={styles.hint}>{text.hint}</p>
      {branches.map((branch, place) => (
        <BranchForm key={branch.id} index={index} place={place} branch={branch} />
      ))}
      <button
        type="button"
        className={styles.add}
        onClick={() => {
          change(addBranch(index, text.opinion));
          focus([...path, branches.length, "name"]);
        }}
      >
        {branches.length > 0 ? text.add : text.begin}
      </button>
    </Fold>
  );
}

function BranchForm({ index, place, branch }: { index: number; place: number; branch: Branch }) {
  const { change } = useEditor();
  const path = ["stages", index, "branches", place];
  const name = text.item(branch.name, place + 1);
  return (
    <fieldset className={styles.group}>
      <legend id={fieldId(path)} tabIndex={-1}>
        {name}
      </legend>
      <div className={styles.pair}>
        <TextField
          path={[...path, "name"]}
          label={text.name}
          value={branch.name}
          set={(words) => setBranch(index, place, { name: words })}
        />
        <TextField
          path={[...path, "who"]}
          label={text.who}
          value={branch.who}
          set={(who) => setBranch(index, place, { who })}
        />
      </div>
      <GateEditor
        at={{ stage: index, part: "branches", way: place }}
        title={text.gate}
        none={methodEditorText.exits.gateNone}
      />
      <div className={styles.row}>
        <SourceField
          path={[...path, "source"]}
          of={name}
          source={branch.source}
          set={(source) => setBranch(index, place, { source })}
        />
        <button
          type="button"
          className={styles.small}
          aria-label={text.remove(name)}
          onClick={() => change(removeBranch(index, place))}
        >
          {methodEditorText.order.remove}
        </button>
      </div>
    </fieldset>
  );
}
