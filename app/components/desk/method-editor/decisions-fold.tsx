import { Checkbox } from "@mantine/core";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { Decision } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { TextField } from "./fields.tsx";
import folds from "./fold.module.css";
import { Fold } from "./fold.tsx";
import { GateEditor } from "./gate-editor.tsx";
import rows from "./rows.module.css";
import { SourceField } from "./source-field.tsx";
import { addDecision, removeDecision, setDecision } from "./ways.ts";

const text = methodEditorText.decisions;

/** 升级为法定决定: the statutory decisions into which the stage may go on. */
export function DecisionsFold({ index }: { index: number }) {
  const { draft, kit } = useEditor();
  const chosen = draft.stages[index]?.decisions ?? [];
  const unknown = chosen.filter(({ method }) => !kit.decisions.some(({ id }) => id === method));
  const offered = [...kit.decisions, ...unknown.map(({ method, label }) => ({ id: method, name: label }))];
  const nameOf = (id: string) => offered.find((each) => each.id === id)?.name ?? id;
  const now = chosen.map(({ method }) => nameOf(method)).join("、");
  return (
    <Fold path={["stages", index, "decisions"]} title={text.title} now={now || text.none}>
      <p className={styles.hint}>{offered.length === 0 ? text.empty : text.hint}</p>
      <ul className={styles.plain}>
        {offered.map(({ id, name }) => (
          <DecisionItem key={id} index={index} method={id} name={name} />
        ))}
      </ul>
    </Fold>
  );
}

function DecisionItem({ index, method, name }: { index: number; method: string; name: string }) {
  const { draft, change } = useEditor();
  const place = draft.stages[index]?.decisions?.findIndex((each) => each.method === method) ?? -1;
  const decision = draft.stages[index]?.decisions?.[place];
  const words = { label: text.submit(name), passed: text.passed, failed: text.failed };
  return (
    <li className={rows.option}>
      <Checkbox
        id={decision ? fieldId(["stages", index, "decisions", place]) : undefined}
        label={name}
        checked={decision !== undefined}
        onChange={({ currentTarget }) =>
          change(currentTarget.checked ? addDecision(index, method, words) : removeDecision(index, place))
        }
      />
      {decision && <DecisionForm index={index} place={place} decision={decision} name={name} />}
    </li>
  );
}

type FormProps = { index: number; place: number; decision: Decision; name: string };

function DecisionForm({ index, place, decision, name }: FormProps) {
  const path = ["stages", index, "decisions", place];
  return (
    <div className={folds.optionForm}>
      <TextField
        path={[...path, "label"]}
        label={text.label}
        value={decision.label}
        set={(label) => setDecision(index, place, { label })}
      />
      <GateEditor
        at={{ stage: index, part: "decisions", way: place }}
        title={text.gate}
        none={methodEditorText.exits.gateNone}
      />
      <SourceField
        path={[...path, "source"]}
        of={name}
        source={decision.source}
        set={(source) => setDecision(index, place, { source })}
      />
    </div>
  );
}
