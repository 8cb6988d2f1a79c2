import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./outcome.module.css";
import type { ItemView } from "./types.ts";

type Props = { item: ItemView; errors: Record<string, string>; values: Record<string, string> };
type Typed = { record: string; responsible: string; deadline: string; plan: string };

const MOST = 10;

/** 限期解决的四要素, once for each thing to be done. */
export function TaskFields({ item, errors, values }: Props) {
  const [rows, setRows] = useState(() => firstRows(item, values));
  const remove = (key: number) => setRows(rows.filter((row) => row.key !== key));
  const add = () => setRows([...rows, { key: Math.max(...rows.map((row) => row.key)) + 1, typed: blank(item) }]);
  return (
    <>
      {rows.map(({ key, typed }, index) => (
        <fieldset key={key} className={styles.task}>
          {rows.length > 1 && (
            <legend>
              {text.outcome.task(index + 1)}
              <button type="button" className={styles.plain} onClick={() => remove(key)}>
                {text.outcome.removeTask}
              </button>
            </legend>
          )}
          <OneTask index={index} typed={typed} item={item} errors={errors} />
        </fieldset>
      ))}
      {rows.length < MOST && (
        <Button type="button" variant="default" size="compact-sm" className={styles.addTask} onClick={add}>
          + {text.outcome.addTask}
        </Button>
      )}
    </>
  );
}

const blank = (item: ItemView): Typed => ({ record: "", responsible: "", deadline: item.deadline.proposed, plan: "" });

/** What was decided before, what a plain form brought back, or one empty task. */
function firstRows(item: ItemView, values: Record<string, string>): { key: number; typed: Typed }[] {
  const sent = Object.keys(values).filter((name) => /^tasks\.\d+\.record$/.test(name)).length;
  if (sent > 0) {
    return Array.from({ length: sent }, (_, key) => {
      const of = (name: keyof Typed) => values[`tasks.${key}.${name}`] ?? "";
      return {
        key,
        typed: { record: of("record"), responsible: of("responsible"), deadline: of("deadline"), plan: of("plan") },
      };
    });
  }
  const decided = item.tasks.map(({ title, responsible, deadline, plan }, key) => ({
    key,
    typed: { record: title, responsible, deadline, plan },
  }));
  return decided.length > 0 ? decided : [{ key: 0, typed: blank(item) }];
}

type OneProps = { index: number; typed: Typed; item: ItemView; errors: Record<string, string> };

function OneTask({ index, typed, item, errors }: OneProps) {
  const field = (name: keyof Typed) => ({
    id: `tasks.${index}.${name}`,
    name: `tasks.${index}.${name}`,
    defaultValue: typed[name],
    error: errors[`tasks.${index}.${name}`],
    withAsterisk: true,
  });
  const { earliest, latest } = item.deadline;
  return (
    <div className={styles.taskGrid}>
      <TextInput
        {...field("record")}
        className={styles.wide}
        label={text.outcome.record}
        placeholder={text.outcome.recordHint}
        maxLength={200}
      />
      <TextInput
        {...field("responsible")}
        label={text.outcome.responsible}
        maxLength={60}
        list="people-present"
        autoComplete="off"
      />
      <TextInput
        {...field("deadline")}
        label={text.outcome.deadline}
        type="date"
        min={earliest}
        max={latest ?? undefined}
        description={text.outcome.deadlineRange(latest && formatShortDay(latest))}
      />
      <Textarea
        {...field("plan")}
        className={styles.wide}
        label={text.outcome.plan}
        placeholder={text.outcome.planHint}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
      />
    </div>
  );
}
