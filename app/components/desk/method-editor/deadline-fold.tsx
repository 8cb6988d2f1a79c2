import { methodEditorText } from "#app/text/method-editor.ts";
import { setDeadline } from "./changes.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { NumberField, SelectField, TextField } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { SourceField } from "./source-field.tsx";

const text = methodEditorText.deadline;

/** A word beside a number of days where the text that people read names other numbers only. */
export function otherDays(words: string, days: number): string | undefined {
  const said = words.match(/\d+/g)?.map(Number) ?? [];
  return said.length > 0 && !said.includes(days) ? text.otherwise(days) : undefined;
}

/** 时限: until when the stage is to be done. */
export function DeadlineFold({ index }: { index: number }) {
  const { draft, change, focus } = useEditor();
  const stage = draft.stages[index];
  const deadline = stage?.deadline;
  const path = ["stages", index, "deadline"];
  const begin = () => {
    change(setDeadline(index, {}));
    focus([...path, "text"]);
  };
  return (
    <Fold path={path} title={text.title} now={deadline ? deadline.text : text.none}>
      {deadline ? (
        <div className={styles.fields}>
          <TextField
            path={[...path, "text"]}
            label={text.text}
            hint={text.textHint}
            value={deadline.text}
            set={(words) => setDeadline(index, { text: words })}
          />
          <div className={styles.pair}>
            <NumberField
              path={[...path, "days"]}
              label={text.days}
              hint={otherDays(deadline.text, deadline.days)}
              value={deadline.days}
              set={(days) => setDeadline(index, { days: days ?? deadline.days })}
            />
            <NumberField
              path={[...path, "maxDays"]}
              label={text.maxDays}
              value={deadline.maxDays}
              optional
              set={(maxDays) => setDeadline(index, { maxDays })}
            />
            <SelectField
              path={[...path, "kind"]}
              label={methodEditorText.gate.dayKind}
              value={deadline.kind}
              options={Object.entries(methodEditorText.gate.dayKinds).map(([value, label]) => ({ value, label }))}
              set={(kind) => setDeadline(index, { kind: kind as typeof deadline.kind })}
            />
          </div>
          <p className={styles.hint}>{text.dayNote}</p>
          <div className={styles.row}>
            <SourceField
              path={[...path, "source"]}
              of={deadline.text}
              source={deadline.source}
              set={(source) => setDeadline(index, { source })}
            />
            <button type="button" className={styles.small} onClick={() => change(setDeadline(index, null))}>
              {text.clear}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className={styles.add} onClick={begin}>
          {text.set}
        </button>
      )}
    </Fold>
  );
}
