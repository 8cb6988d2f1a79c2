import { Checkbox } from "@mantine/core";
import { choicesOf } from "#app/domain/method/fact-kind.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { Change, Draft, GateLine, Path } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { ChecksField, NumberField, SelectField } from "./fields.tsx";
import gate from "./gate-editor.module.css";
import { factOptions, kindIn } from "./names.ts";

const text = methodEditorText.gate;

type When = NonNullable<GateLine["when"]>;
type Props = { path: Path; line: GateLine; set: (when: When | undefined) => Change };

/** Facts that a condition may read: choices, confirmations, numbers. */
function conditionOptions(draft: Draft, but: string) {
  const groups = (["choice", "yes", "number"] as const).flatMap((kind) => factOptions(draft, kind, but));
  return [...new Set(groups.map(({ group }) => group))].map((group) => ({
    group,
    items: groups.filter((each) => each.group === group).flatMap(({ items }) => items),
  }));
}

function testFor(draft: Draft, fact: string): When["test"] {
  const kind = kindIn(draft, fact);
  if (kind === "choice") return { op: "one-of", value: [] };
  return kind === "number" ? { op: "at-least", value: 1 } : { op: "is-true" };
}

/** When a line is asked at all; without it, always. */
export function WhenFields({ path, line, set }: Props) {
  const { draft, change } = useEditor();
  const { when } = line;
  const groups = conditionOptions(draft, line.fact);
  if (!when && groups.length === 0) return null;
  return (
    <div className={gate.when}>
      <Checkbox
        label={text.when}
        checked={when !== undefined}
        onChange={({ currentTarget }) => {
          const fact = groups[0]?.items[0]?.value ?? "";
          change(set(currentTarget.checked ? { fact, test: testFor(draft, fact) } : undefined));
        }}
      />
      {when && (
        <div className={styles.pair}>
          <SelectField
            path={[...path, "fact"]}
            label={text.whenFact}
            value={when.fact}
            options={[{ value: "", label: text.choose }, ...groups]}
            set={(fact) => set({ fact, test: testFor(draft, fact) })}
          />
          <WhenTest path={path} when={when} draft={draft} set={set} />
        </div>
      )}
    </div>
  );
}

function WhenTest({ path, when, draft, set }: { path: Path; when: When; draft: Draft; set: Props["set"] }) {
  const { fact, test } = when;
  if (test.op === "is-true") return <p className={styles.hint}>{text.whenYes}</p>;
  if (test.op === "at-least") {
    return (
      <NumberField
        path={[...path, "test", "value"]}
        label={text.whenCount}
        value={test.value}
        least={1}
        set={(value) => set({ fact, test: { ...test, value: value ?? test.value } })}
      />
    );
  }
  return (
    <ChecksField
      path={[...path, "test", "value"]}
      label={text.whenWords}
      value={test.value}
      options={choicesOf(draft, fact).map((value) => ({ value, label: value }))}
      set={(value) => set({ fact, test: { ...test, value: [...value] } })}
    />
  );
}
