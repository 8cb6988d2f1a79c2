import { methodEditorText } from "#app/text/method-editor.ts";
import { CountField } from "./count-field.tsx";
import type { Draft, Exit } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { SelectField, TextField } from "./fields.tsx";
import folds from "./fold.module.css";
import { Fold } from "./fold.tsx";
import { GateEditor } from "./gate-editor.tsx";
import rows from "./rows.module.css";
import { type Controls, SortableList } from "./sortable.tsx";
import { addExit, moveExit, removeExit, setExit } from "./ways.ts";

const text = methodEditorText.exits;
const ROOM_EVENTS = ["advance", "resolve-now", "set-deadline", "decline"] as const;

/** Stages to which a way may lead, in their order, and the one that is gone. */
export function stageOptions(draft: Draft, to: string) {
  const { item, endItem } = methodEditorText.stage;
  const options = draft.stages.map((stage, index) => ({
    value: stage.id,
    label: stage.final ? endItem(stage.name) : item(stage.name, index + 1),
  }));
  if (options.some((option) => option.value === to)) return options;
  return [{ value: to, label: to === "" ? text.chooseTo : text.gone }, ...options];
}

/** 下一步去哪里: every plain way on from a stage. */
export function ExitsEditor({ index }: { index: number }) {
  const { draft, change, focus } = useEditor();
  const exits = draft.stages[index]?.exits ?? [];
  const items = exits.map((exit) => ({ id: exit.event, name: text.item(exit.label) }));
  return (
    <section>
      <h4 className={styles.partTitle} id={fieldId(["stages", index, "exits"])} tabIndex={-1}>
        {text.title}
      </h4>
      {exits.length === 0 && <p className={styles.hint}>{text.none}</p>}
      <SortableList label={text.title} items={items} move={(from, to) => change(moveExit(index, from, to))}>
        {(_, place, controls) => {
          const exit = exits[place];
          return exit && <ExitRow index={index} place={place} exit={exit} controls={controls} />;
        }}
      </SortableList>
      <button
        type="button"
        className={styles.add}
        onClick={() => {
          change(addExit(index));
          focus(["stages", index, "exits", exits.length, "label"]);
        }}
      >
        {text.add}
      </button>
    </section>
  );
}

type RowProps = { index: number; place: number; exit: Exit; controls: Controls };

function ExitRow({ index, place, exit, controls }: RowProps) {
  const { draft, change } = useEditor();
  const path = ["stages", index, "exits", place];
  const asked = exit.gate?.length ?? 0;
  return (
    <div className={rows.exit} id={fieldId(path)} tabIndex={-1}>
      {controls.handle}
      <div className={rows.exitFields}>
        <TextField
          path={[...path, "label"]}
          label={text.label}
          value={exit.label}
          set={(label) => setExit(index, place, { label })}
        />
        <SelectField
          path={[...path, "to"]}
          label={text.to}
          value={exit.to}
          options={stageOptions(draft, exit.to)}
          set={(to) => setExit(index, place, { to })}
        />
      </div>
      <div className={styles.moves}>
        {controls.buttons}
        <button
          type="button"
          className={styles.small}
          aria-label={text.remove(text.item(exit.label))}
          onClick={() => change(removeExit(index, place))}
        >
          {methodEditorText.order.remove}
        </button>
      </div>
      <div className={folds.exitMore}>
        {exit.after ? (
          <p className={styles.hint}>{text.after[exit.after]}</p>
        ) : (
          <Fold title={text.more} now={methodEditorText.stage.asks(asked)} counts={[[...path, "gate"]]}>
            <ExitMore index={index} place={place} exit={exit} />
          </Fold>
        )}
      </div>
    </div>
  );
}

function ExitMore({ index, place, exit }: Omit<RowProps, "controls">) {
  const { draft, focus } = useEditor();
  const taken = draft.stages[index]?.exits.map((each) => each.event) ?? [];
  const events = ROOM_EVENTS.filter((event) => event === exit.event || !taken.includes(event));
  const other = ROOM_EVENTS.some((event) => event === exit.event) ? `exit-${freeNumber(taken)}` : exit.event;
  const path = ["stages", index, "exits", place];
  return (
    <div className={styles.fields}>
      <GateEditor at={{ stage: index, part: "exits", way: place }} title={text.gate} none={text.gateNone} />
      <div className={styles.pair}>
        <SelectField
          path={[...path, "event"]}
          label={text.event}
          value={exit.event}
          options={[
            ...events.map((value) => ({ value: value as string, label: text.events[value] })),
            { value: other, label: text.events.other },
          ]}
          set={(event) => {
            // The event is the row's key: the row is built anew, and the keyboard comes back to where it was.
            focus([...path, "event"]);
            return setExit(index, place, { event });
          }}
        />
        <CountField
          path={[...path, "counts"]}
          counts={exit.counts ?? []}
          set={(counts) => setExit(index, place, { counts: counts.length > 0 ? counts : undefined })}
        />
      </div>
    </div>
  );
}

const freeNumber = (taken: readonly string[]): number => {
  const numbers = taken.map((event) => Number(/^exit-(\d+)$/.exec(event)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
};
