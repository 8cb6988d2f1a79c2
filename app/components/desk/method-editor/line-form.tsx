import type { How } from "#app/text/method-editor.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { GateAt, GateLine, Path } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { SelectField, TextField } from "./fields.tsx";
import gate from "./gate-editor.module.css";
import { gatePath, setFact, setLine, setTest } from "./gates.ts";
import { chosen, HOWS, howOf, kindOfHow } from "./how.ts";
import { factLabel, factOptions } from "./names.ts";
import { SourceField } from "./source-field.tsx";
import { TestFields } from "./test-fields.tsx";
import { WhenFields } from "./when-fields.tsx";

const text = methodEditorText.gate;

/** A gate line open: what must hold, how it is filled in, where it is kept, when it is asked, who says so. */
export function LineForm({ at, line, place }: { at: GateAt; line: GateLine; place: number }) {
  const { draft } = useEditor();
  const path = [...gatePath(at), place];
  const how = howOf(line);
  const choose = (next: string) => {
    const { test, fact } = chosen(next as How, draft, draft.stages[at.stage], line);
    return setTest(at, place, test, fact);
  };
  return (
    <div className={gate.lineForm}>
      <TextField
        path={[...path, "text"]}
        label={text.text}
        hint={text.textHint}
        value={line.text}
        set={(words) => setLine(at, place, { text: words })}
      />
      <div className={styles.pair}>
        <SelectField
          path={[...path, "how"]}
          label={text.how}
          value={how}
          options={HOWS.map((value) => ({ value, label: text.hows[value] }))}
          set={choose}
        />
        {how !== "seats-all" && how !== "seats-some" && how !== "explained" && (
          <FactField at={at} line={line} place={place} path={path} how={how} />
        )}
      </div>
      <TestFields path={[...path, "test"]} line={line} how={how} set={(test) => setLine(at, place, { test })} />
      <WhenFields path={[...path, "when"]} line={line} set={(when) => setLine(at, place, { when })} />
      <SourceField
        path={[...path, "source"]}
        of={line.text}
        source={line.source}
        set={(source) => setLine(at, place, { source })}
      />
      <details className={gate.advanced}>
        <summary className={gate.advancedSummary}>{text.advanced}</summary>
        <p className={styles.hint}>{text.advancedFact(line.fact)}</p>
      </details>
    </div>
  );
}

type FactProps = { at: GateAt; line: GateLine; place: number; path: Path; how: How };

const NEW = "+";

function FactField({ at, line, place, path, how }: FactProps) {
  const { draft } = useEditor();
  const groups = factOptions(draft, kindOfHow(how));
  const listed = groups.some(({ items }) => items.some((item) => item.value === line.fact));
  const here = listed ? [] : [{ value: line.fact, label: line.fact ? factLabel(draft, line.fact) : text.choose }];
  return (
    <SelectField
      path={[...path, "fact"]}
      label={text.fact}
      value={line.fact}
      options={[...here, { value: NEW, label: text.newFact }, ...groups]}
      set={(fact) => setFact(at, place, fact === NEW ? null : fact)}
    />
  );
}
