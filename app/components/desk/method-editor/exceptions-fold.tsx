import { Checkbox } from "@mantine/core";
import { methodEditorText } from "#app/text/method-editor.ts";
import { CountField } from "./count-field.tsx";
import type { Exception } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { stageOptions } from "./exits-editor.tsx";
import { fieldId } from "./field-id.ts";
import { SelectField, TextField } from "./fields.tsx";
import folds from "./fold.module.css";
import { Fold } from "./fold.tsx";
import { GateEditor } from "./gate-editor.tsx";
import rows from "./rows.module.css";
import { SourceField } from "./source-field.tsx";
import { addException, removeException, setException } from "./ways.ts";

const text = methodEditorText.exceptions;

/** 特殊情况: which acts out of turn the stage allows, and where each leads. */
export function ExceptionsFold({ index }: { index: number }) {
  const { draft, kit } = useEditor();
  const allowed = draft.stages[index]?.exceptions ?? [];
  const now = allowed.map(({ code }) => text.names[code].name).join("、");
  return (
    <Fold path={["stages", index, "exceptions"]} title={text.title} now={now || text.none}>
      <p className={styles.hint}>{text.hint}</p>
      <ul className={styles.plain}>
        {kit.exceptions.map(({ exception: { code } }) => (
          <ExceptionItem key={code} index={index} code={code} />
        ))}
      </ul>
    </Fold>
  );
}

function ExceptionItem({ index, code }: { index: number; code: Exception["code"] }) {
  const { draft, kit, change } = useEditor();
  const place = draft.stages[index]?.exceptions.findIndex((each) => each.code === code) ?? -1;
  const exception = draft.stages[index]?.exceptions[place];
  const ready = kit.exceptions.find((each) => each.exception.code === code);
  const { name, hint } = text.names[code];
  return (
    <li className={rows.option}>
      <Checkbox
        id={exception ? fieldId(["stages", index, "exceptions", place]) : undefined}
        label={name}
        description={hint}
        checked={exception !== undefined}
        onChange={({ currentTarget }) => {
          if (!currentTarget.checked) change(removeException(index, place));
          else if (ready) change(addException(index, ready));
        }}
      />
      {exception && <ExceptionForm index={index} place={place} exception={exception} name={name} />}
    </li>
  );
}

type FormProps = { index: number; place: number; exception: Exception; name: string };

function ExceptionForm({ index, place, exception, name }: FormProps) {
  const { draft } = useEditor();
  const path = ["stages", index, "exceptions", place];
  const asked = exception.gate?.length ?? 0;
  return (
    <div className={folds.optionForm}>
      <div className={styles.pair}>
        <SelectField
          path={[...path, "to"]}
          label={methodEditorText.exits.to}
          value={exception.to}
          options={stageOptions(draft, exception.to)}
          set={(to) => setException(index, place, { to })}
        />
        <TextField
          path={[...path, "label"]}
          label={text.label}
          value={exception.label}
          set={(label) => setException(index, place, { label })}
        />
      </div>
      <Fold title={methodEditorText.exits.more} now={methodEditorText.stage.asks(asked)} counts={[[...path, "gate"]]}>
        <div className={styles.fields}>
          <GateEditor
            at={{ stage: index, part: "exceptions", way: place }}
            title={text.gate}
            none={methodEditorText.exits.gateNone}
          />
          <CountField
            path={[...path, "counts"]}
            counts={exception.counts ?? []}
            set={(counts) => setException(index, place, { counts: counts.length > 0 ? counts : undefined })}
          />
          <SourceField
            path={[...path, "source"]}
            of={name}
            source={exception.source}
            set={(source) => setException(index, place, { source })}
          />
        </div>
      </Fold>
    </div>
  );
}
