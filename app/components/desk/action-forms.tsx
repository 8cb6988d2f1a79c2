import { Button, Textarea, TextInput } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { addDays } from "#app/domain/calendar/day.ts";
import { actionText as text } from "#app/text/actions.ts";
import styles from "./action.module.css";
import { ErrorSummary, type Refused } from "./error-summary.tsx";

export type ActionIntent = "finish" | "move" | "return" | "undo";
type Item = { id: string; version: number; deadline: string };
type Props = { item: Item; refused: Refused | null };

/** Marks an item done: what was done must be said. */
export function FinishForm(props: Props) {
  return (
    <Act {...props} intent="finish" label={text.finish} submit={text.finishSubmit}>
      {(field) => <Textarea {...field("note")} label={text.note} description={text.noteHint} rows={2} />}
    </Act>
  );
}

/** Moves the deadline, later only, with a reason. */
export function MoveForm(props: Props) {
  return (
    <Act {...props} intent="move" label={text.move} submit={text.moveSubmit}>
      {(field) => (
        <>
          <TextInput
            {...field("deadline")}
            label={text.newDeadline}
            description={text.moveHint}
            type="date"
            min={addDays(props.item.deadline, 1)}
          />
          <Textarea {...field("reason")} label={text.reason} rows={2} />
        </>
      )}
    </Act>
  );
}

/** Sends a result back that does not satisfy. */
export function ReturnForm(props: Props) {
  return (
    <Act {...props} intent="return" label={text.returnLabel} submit={text.returnLabel}>
      {(field) => <Textarea {...field("reason")} label={text.reason} description={text.returnHint} rows={2} />}
    </Act>
  );
}

/** Takes a “done” back that was pressed by mistake: one press, nothing to say. */
export function UndoForm({ item }: { item: Item }) {
  return (
    <Form method="post" preventScrollReset>
      <Identity item={item} />
      <button type="submit" className={styles.plain} name="intent" value="undo">
        {text.undo}
      </button>
    </Form>
  );
}

type Field = { id: string; name: string; defaultValue: string | undefined; error: string | undefined };
type ActProps = Props & {
  intent: ActionIntent;
  label: string;
  submit: string;
  children: (field: (name: string) => Field) => ReactNode;
};

/** An act's form behind its name; open again when it was refused. */
function Act({ item, refused, intent, label, submit, children }: ActProps) {
  const navigation = useNavigation();
  const typed = navigation.formData;
  const busy = typed?.get("id") === item.id && typed.get("intent") === intent;
  const mine = refused?.values.id === item.id && refused.values.intent === intent ? refused : null;
  const prefix = `${intent}-${item.id}-`;
  const field = (name: string): Field => ({
    id: `${prefix}${name}`,
    name,
    defaultValue: mine?.values[name],
    error: mine?.fields[name],
  });
  return (
    <details className={styles.act} open={mine !== null}>
      <summary>{label}</summary>
      <Form method="post" className={styles.form} noValidate preventScrollReset>
        <ErrorSummary refused={mine} prefix={prefix} />
        <Identity item={item} />
        {children(field)}
        <Button type="submit" name="intent" value={intent} loading={busy}>
          {submit}
        </Button>
      </Form>
    </details>
  );
}

const Identity = ({ item }: { item: Item }) => (
  <>
    <input type="hidden" name="id" value={item.id} />
    <input type="hidden" name="version" value={item.version} />
  </>
);
