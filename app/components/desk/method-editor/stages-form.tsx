import { methodEditorText } from "#app/text/method-editor.ts";
import { methodText } from "#app/text/methods.ts";
import { addEnd, addStage, lastWorking, moveStage, removeStage, setStage } from "./changes.ts";
import { ConfirmBox } from "./confirm-box.tsx";
import type { Draft, Stage } from "./draft.ts";
import styles from "./editor.module.css";
import { faultsWithin, useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { SelectField, TextField } from "./fields.tsx";
import { FaultCount } from "./fold.tsx";
import { type Controls, SortableList } from "./sortable.tsx";
import { removalWords, StageForm } from "./stage-form.tsx";
import own from "./stages-form.module.css";

const text = methodEditorText.stage;
const { parts, partHints } = methodEditorText;

type Placed = { stage: Stage; index: number };

const placed = (draft: Draft, final: boolean): Placed[] =>
  draft.stages.map((stage, index) => ({ stage, index })).filter(({ stage }) => (stage.final === true) === final);

/** 环节: the steps in their order, one open at a time. */
export function StagesForm() {
  const { draft, change, focus } = useEditor();
  const working = placed(draft, false);
  const items = working.map(({ stage }, place) => ({ id: stage.id, name: text.item(stage.name, place + 1) }));
  const add = () => {
    const after = lastWorking(draft);
    change(addStage(after, text.newExit));
    focus(["stages", after + 1, "name"]);
  };
  return (
    <section className={styles.part}>
      <h2 className={styles.partHeading} id={fieldId(["stages"])} tabIndex={-1}>
        {parts.stages}
      </h2>
      <p className={styles.hint}>{partHints.stages}</p>
      <SortableList
        label={parts.stages}
        items={items}
        move={(from, to) => change(moveStage(working[from]?.index ?? -1, working[to]?.index ?? -1))}
      >
        {(item, place, controls) => {
          const here = working[place];
          return here && <StageItem {...here} place={place} name={item.name} controls={controls} />;
        }}
      </SortableList>
      <button type="button" className={styles.add} onClick={add}>
        {text.add}
      </button>
    </section>
  );
}

type ItemProps = Placed & { place: number; name: string; controls: Controls };

function StageItem({ stage, index, place, name, controls }: ItemProps) {
  const { faults, open, setOpen } = useEditor();
  const isOpen = open === stage.id;
  const wrong = faultsWithin(faults, ["stages", index]);
  const panel = `stage-${stage.id}`;
  return (
    <div className={isOpen ? own.openStage : undefined}>
      <div className={own.stageHead}>
        {controls.handle}
        <button
          type="button"
          id={fieldId(["stages", index])}
          className={own.stageButton}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panel : undefined}
          onClick={() => setOpen(isOpen ? null : stage.id)}
        >
          <span className={own.number}>{place + 1}</span>
          <span className={own.stageWords}>
            <span className={own.stageName}>{name}</span>
            <Summary stage={stage} />
          </span>
          {wrong > 0 && <FaultCount count={wrong} />}
          <span className={own.toggle} aria-hidden="true">
            {isOpen ? methodEditorText.close : methodEditorText.open}
          </span>
        </button>
        <div className={styles.moves}>{controls.buttons}</div>
      </div>
      {isOpen && (
        <section id={panel} aria-label={name}>
          <StageForm stage={stage} index={index} />
        </section>
      )}
    </div>
  );
}

/** A stage in a line: what is done, by whom, until when, what it asks, where it leads. */
function Summary({ stage }: { stage: Stage }) {
  const { draft } = useEditor();
  const nameOf = (id: string) => draft.stages.find((each) => each.id === id)?.name || "…";
  const asked = stage.gate.length + stage.exits.reduce((sum, exit) => sum + (exit.gate?.length ?? 0), 0);
  const words = [methodText.stageKinds[stage.kind], stage.who, stage.deadline?.text, asked > 0 ? text.asks(asked) : ""];
  const next = [...new Set(stage.exits.map((exit) => nameOf(exit.to)))];
  return (
    <span className={own.summary}>
      {words.filter(Boolean).join(" · ")} {next.length > 0 && text.next(next)}
    </span>
  );
}

/** 终点: where an issue ends. */
export function EndsForm() {
  const { draft, change, focus } = useEditor();
  return (
    <section className={styles.part}>
      <h2 className={styles.partHeading}>{parts.ends}</h2>
      <p className={styles.hint}>{partHints.ends}</p>
      <ul className={styles.plain}>
        {placed(draft, true).map((end) => (
          <EndItem key={end.stage.id} {...end} />
        ))}
      </ul>
      <button
        type="button"
        className={styles.add}
        onClick={() => {
          change(addEnd());
          focus(["stages", draft.stages.length, "name"]);
        }}
      >
        {text.addEnd}
      </button>
    </section>
  );
}

function EndItem({ stage, index }: Placed) {
  const { draft, change } = useEditor();
  const path = ["stages", index];
  const options = Object.entries(text.results).map(([value, label]) => ({
    value: value === "none" ? "" : value,
    label,
  }));
  const asksResult = draft.family === "decision" || draft.stages.some((each) => each.result);
  return (
    <li className={own.end} id={fieldId(path)} tabIndex={-1}>
      <TextField
        path={[...path, "name"]}
        label={text.endName}
        value={stage.name}
        set={(name) => setStage(index, { name })}
      />
      {asksResult && (
        <SelectField
          path={[...path, "result"]}
          label={text.result}
          value={stage.result ?? ""}
          options={options}
          set={(result) => setStage(index, { result: (result || undefined) as Stage["result"] })}
        />
      )}
      <ConfirmBox
        label={methodEditorText.order.remove}
        question={text.removeTitle(text.endItem(stage.name))}
        detail={removalWords(draft, index)}
        confirm={methodEditorText.order.remove}
        align="end"
        onConfirm={() => change(removeStage(index))}
      />
    </li>
  );
}
