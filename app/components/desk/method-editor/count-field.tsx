import { countersOf } from "#app/domain/method/fact-kind.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { Change, Path } from "./draft.ts";
import { useEditor } from "./editor-context.ts";
import { SelectField } from "./fields.tsx";
import { nextFact } from "./ids.ts";
import { counterLabel } from "./names.ts";

const text = methodEditorText.exits;
const NEW = "+";

type Props = { path: Path; counts: readonly string[]; set: (counts: string[]) => Change };

/** Which counter a way raises, so that a gate can say “at most twice”. A way of a built-in method may raise several; they stay. */
export function CountField({ path, counts, set }: Props) {
  const { draft } = useEditor();
  const [first = "", ...rest] = counts;
  const others = [...countersOf(draft)].filter((name) => !counts.includes(name));
  const known = Object.keys(methodEditorText.counters).filter((name) => !counts.includes(name));
  const names = [...new Set([...(first ? [first] : []), ...others, ...known])];
  return (
    <SelectField
      path={path}
      label={text.counts}
      value={first}
      options={[
        { value: "", label: text.noCount },
        ...names.map((value) => ({ value, label: counterLabel(draft, value) })),
        { value: NEW, label: text.newCount },
      ]}
      set={(name) => {
        if (name === "") return set([...rest]);
        return name === NEW ? (before) => set([nextFact(before), ...rest])(before) : set([name, ...rest]);
      }}
    />
  );
}
