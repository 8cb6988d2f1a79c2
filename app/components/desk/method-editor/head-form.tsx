import { METHOD_FAMILIES } from "#app/domain/method/vocabulary.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import { methodText } from "#app/text/methods.ts";
import { addSource, removeSource, setHead, setSource } from "./changes.ts";
import type { Draft } from "./draft.ts";
import styles from "./editor.module.css";
import { useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { CheckField, NumberField, SelectField, TextField } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { SourceField } from "./source-field.tsx";

const text = methodEditorText.head;

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** 基本情况: what the method is called, what it is for, when its meetings are, where it comes from. */
export function HeadForm() {
  const { draft } = useEditor();
  const parts = ["name", "family", "summary", "note", "status", "voting", "calendar", "sources"];
  return (
    <Fold
      title={methodEditorText.parts.head}
      now={[methodText.families[draft.family], text.votings[draft.voting]].join(" · ")}
      counts={parts.map((part) => [part])}
    >
      <div className={styles.fields}>
        <TextField path={["name"]} label={text.name} value={draft.name} set={(name) => setHead({ name })} />
        <div className={styles.pair}>
          <SelectField
            path={["family"]}
            label={text.family}
            value={draft.family}
            options={METHOD_FAMILIES.map((value) => ({ value, label: methodText.families[value] }))}
            set={(family) => setHead({ family: family as Draft["family"] })}
          />
          <SelectField
            path={["voting"]}
            label={text.voting}
            value={draft.voting}
            options={optionsOf(text.votings)}
            set={(voting) => setHead({ voting: voting as Draft["voting"] })}
          />
        </div>
        <TextField
          path={["summary"]}
          label={text.summary}
          value={draft.summary}
          lines={3}
          longest={400}
          set={(summary) => setHead({ summary })}
        />
        <TextField
          path={["note"]}
          label={text.note}
          hint={text.noteHint}
          value={draft.note ?? ""}
          lines={2}
          longest={400}
          set={(note) => setHead({ note: note === "" ? undefined : note })}
        />
        <CalendarFields />
        <SelectField
          path={["status"]}
          label={text.status}
          value={draft.status}
          options={optionsOf(text.statuses)}
          set={(status) => setHead({ status: status as Draft["status"] })}
        />
        <Sources />
      </div>
    </Fold>
  );
}

type Calendar = NonNullable<Draft["calendar"]>;
const FIRST: Record<Calendar["every"], Calendar> = {
  week: { every: "week", weekday: 3 },
  month: { every: "month", day: 10 },
  "month-weekday": { every: "month-weekday", nth: 1, weekday: 5 },
  quarter: { every: "quarter" },
};

function CalendarFields() {
  const { draft } = useEditor();
  const { calendar } = draft;
  const put = (patch: Partial<Record<"weekday" | "day" | "nth", number>>) =>
    setHead({ calendar: { ...calendar, ...patch } as Calendar });
  const days = text.weekdays.map((label, index) => ({ value: String(index + 1), label }));
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          path={["calendar"]}
          label={text.calendar}
          value={calendar?.every ?? "none"}
          options={optionsOf(text.calendars)}
          set={(every) => setHead({ calendar: every === "none" ? undefined : FIRST[every as Calendar["every"]] })}
        />
        {calendar?.every === "month" && (
          <NumberField
            path={["calendar", "day"]}
            label={text.day}
            value={calendar.day}
            least={1}
            most={28}
            set={(day) => put({ day: day ?? calendar.day })}
          />
        )}
        {calendar?.every === "month-weekday" && (
          <SelectField
            path={["calendar", "nth"]}
            label={text.nth}
            value={String(calendar.nth)}
            options={text.nths.map((label, index) => ({ value: String(index + 1), label }))}
            set={(nth) => put({ nth: Number(nth) })}
          />
        )}
        {(calendar?.every === "week" || calendar?.every === "month-weekday") && (
          <SelectField
            path={["calendar", "weekday"]}
            label={text.weekday}
            value={String(calendar.weekday)}
            options={days}
            set={(weekday) => put({ weekday: Number(weekday) })}
          />
        )}
      </div>
      <CheckField
        path={["reportBackFirst"]}
        label={text.reportBackFirst}
        value={draft.reportBackFirst === true}
        set={(on) => setHead({ reportBackFirst: on || undefined })}
      />
    </>
  );
}

function Sources() {
  const { draft, change, focus } = useEditor();
  return (
    <fieldset className={styles.group}>
      <legend id={fieldId(["sources"])} tabIndex={-1}>
        {text.sources}
      </legend>
      {draft.sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sources have no other name than their place
        <div className={styles.row} key={index}>
          <SourceField
            path={["sources", index]}
            of={text.sources}
            source={source}
            set={(next) => setSource(index, next)}
          />
          <button
            type="button"
            className={styles.small}
            aria-label={text.removeSource(source.ref)}
            onClick={() => change(removeSource(index))}
          >
            {methodEditorText.order.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        className={styles.add}
        onClick={() => {
          change(addSource());
          focus(["sources", draft.sources.length, "ref"]);
        }}
      >
        {text.addSource}
      </button>
    </fieldset>
  );
}
