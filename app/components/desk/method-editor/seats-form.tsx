import { methodEditorText } from "#app/text/method-editor.ts";
import { methodText } from "#app/text/methods.ts";
import { addSeat, moveSeat, removeSeat, setSeat } from "./changes.ts";
import type { Seat } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { CheckField, NumberField, SelectField, TextField } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import rows from "./rows.module.css";
import { type Controls, SortableList } from "./sortable.tsx";
import { SourceField } from "./source-field.tsx";

const text = methodEditorText.seats;

/** 席位: who should sit at the table, in order. */
export function SeatsForm() {
  const { draft, change, focus } = useEditor();
  const { seats } = draft;
  const items = seats.map((seat, index) => ({ id: seat.id, name: text.item(seat.name, index + 1) }));
  const names = seats.map((seat) => seat.name).filter((name) => name !== "");
  return (
    <Fold path={["seats"]} title={methodEditorText.parts.seats} now={names.join("、") || text.none}>
      <p className={styles.hint}>{methodEditorText.partHints.seats}</p>
      <SortableList label={methodEditorText.parts.seats} items={items} move={(from, to) => change(moveSeat(from, to))}>
        {(item, index, controls) => {
          const seat = seats[index];
          return seat && <SeatRow seat={seat} index={index} name={item.name} controls={controls} />;
        }}
      </SortableList>
      <button
        type="button"
        className={styles.add}
        onClick={() => {
          change(addSeat());
          focus(["seats", seats.length, "name"]);
        }}
      >
        {text.add}
      </button>
    </Fold>
  );
}

type RowProps = { seat: Seat; index: number; name: string; controls: Controls };

function SeatRow({ seat, index, name, controls }: RowProps) {
  const { change } = useEditor();
  const at = (field: string) => ["seats", index, field];
  return (
    <div className={rows.seat} id={fieldId(["seats", index])} tabIndex={-1}>
      {controls.handle}
      <div className={rows.seatFields}>
        <TextField
          path={at("name")}
          label={text.name}
          value={seat.name}
          set={(next) => setSeat(index, { name: next })}
        />
        <SelectField
          path={at("kind")}
          label={text.kind}
          value={seat.kind}
          options={Object.entries(methodText.seatKinds).map(([value, label]) => ({ value, label }))}
          set={(kind) => setSeat(index, { kind: kind as Seat["kind"] })}
        />
        <NumberField
          path={at("min")}
          label={text.min}
          value={seat.min}
          most={1000}
          optional
          set={(min) => setSeat(index, { min })}
        />
        <CheckField
          path={at("votes")}
          label={text.votes}
          value={seat.votes !== false}
          set={(votes) => setSeat(index, { votes: votes ? undefined : false })}
        />
        <SourceField path={at("source")} of={name} source={seat.source} set={(source) => setSeat(index, { source })} />
      </div>
      <div className={styles.moves}>
        {controls.buttons}
        <button
          type="button"
          className={styles.small}
          aria-label={text.remove(name)}
          onClick={() => change(removeSeat(index))}
        >
          {methodEditorText.order.remove}
        </button>
      </div>
    </div>
  );
}
