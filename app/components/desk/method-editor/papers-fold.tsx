import { PAPERS, type PaperId } from "#app/domain/method/vocabulary.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import { paperNames, paperWords } from "#app/text/papers.ts";
import { setStage } from "./changes.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { ChecksField } from "./fields.tsx";
import { Fold } from "./fold.tsx";

const text = methodEditorText.papers;
const OPTIONS = PAPERS.map((value) => ({ value, label: paperNames[value] }));

/** 材料和文书: what must lie before the stage begins, and what it brings forth. */
export function PapersFold({ index }: { index: number }) {
  const { draft } = useEditor();
  const stage = draft.stages[index];
  if (!stage) return null;
  const path = ["stages", index];
  const now = new Set([...(stage.documentsIn ?? []), ...stage.documents]);
  return (
    <Fold
      title={text.title}
      now={paperWords([...now]) || text.none}
      counts={[
        [...path, "documents"],
        [...path, "documentsIn"],
      ]}
    >
      <div className={styles.fields}>
        <ChecksField
          path={[...path, "documents"]}
          label={text.out}
          value={stage.documents}
          options={OPTIONS}
          set={(papers) => setStage(index, { documents: papers as PaperId[] })}
        />
        <ChecksField
          path={[...path, "documentsIn"]}
          label={text.in}
          value={stage.documentsIn ?? []}
          options={OPTIONS}
          set={(papers) => setStage(index, { documentsIn: papers.length > 0 ? (papers as PaperId[]) : undefined })}
        />
      </div>
    </Fold>
  );
}

/** 表决按哪条规则: what polls of the stage go by. */
export function RulesFold({ index }: { index: number }) {
  const { draft, kit } = useEditor();
  const rules = draft.stages[index]?.rules ?? [];
  const nameOf = (id: string) => kit.rules.find((rule) => rule.id === id)?.name ?? id;
  const words = methodEditorText.rules;
  return (
    <Fold title={words.title} now={rules.map(nameOf).join("、") || words.none} counts={[["stages", index, "rules"]]}>
      <ChecksField
        path={["stages", index, "rules"]}
        label={words.title}
        hint={words.hint}
        value={rules}
        options={kit.rules.map(({ id, name }) => ({ value: id, label: name }))}
        set={(ids) => setStage(index, { rules: ids.length > 0 ? [...ids] : undefined })}
      />
    </Fold>
  );
}
