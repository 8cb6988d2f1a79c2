import { NativeSelect, TextInput, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { OWN_SOURCE, SOURCE_KINDS, type Source, type SourceKind } from "#app/domain/source.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import { sourceWords } from "#app/text/methods.ts";
import type { Change } from "./draft.ts";
import { type Path, patched } from "./draft.ts";
import styles from "./editor.module.css";
import { faultAt, useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { isOwn } from "./own-source.ts";
import sources from "./source-field.module.css";

const text = methodEditorText.source;

type Props = { path: Path; of: string; source: Source | undefined; set: (source: Source) => Change };

/** Where a number or rule comes from: read in a line, opened to change. */
export function SourceField({ path, of, source = OWN_SOURCE, set }: Props) {
  const [first] = useState(source);
  const turned = !isOwn(first) && source.ref === OWN_SOURCE.ref;
  return (
    <details>
      <summary className={sources.sourceSummary} id={fieldId(path)}>
        <span className={`${sources.badge} ${source.kind === "law" ? sources.law : ""}`}>
          {text.badges[source.kind]}
        </span>
        <span className={sources.sourceWords}>{sourceWords(source)}</span>
        {turned && <span className={styles.unsaved}>{text.ownHint}</span>}
        <span className={sources.sourceChange}>
          {text.change}
          <VisuallyHidden component="span">（{text.ofItem(of)}）</VisuallyHidden>
        </span>
      </summary>
      <SourceInputs path={path} source={source} set={set} />
    </details>
  );
}

/** The same open: kind, paper, article, day. */
function SourceInputs({ path, source, set }: Omit<Props, "of" | "source"> & { source: Source }) {
  const { change, rest, faults } = useEditor();
  const put = (patch: Partial<Source>, field?: string) => change(set(patched(source, patch)), field);
  const words = (name: "ref" | "article" | "inForce") => {
    const id = fieldId([...path, name]);
    return {
      id,
      label: text[name],
      value: source[name] ?? "",
      error: faultAt(faults, [...path, name]),
      autoComplete: "off",
      onBlur: rest,
      onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
        put({ [name]: value === "" && name !== "ref" ? undefined : value }, id),
    };
  };
  return (
    <div className={sources.sourceInputs}>
      <NativeSelect
        id={fieldId([...path, "kind"])}
        label={text.kind}
        value={source.kind}
        data={[...SOURCE_KINDS].reverse().map((value) => ({ value, label: text.kinds[value] }))}
        onChange={({ currentTarget }) => put({ kind: currentTarget.value as SourceKind })}
      />
      <TextInput {...words("ref")} maxLength={200} />
      {source.kind !== "default" && <TextInput {...words("article")} maxLength={60} />}
      {source.kind === "law" && <TextInput {...words("inForce")} type="date" />}
    </div>
  );
}
