import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Change, Path } from "./draft.ts";
import styles from "./editor.module.css";
import { faultAt, useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";

/** Fields of the editor: each knows its place in the data, shows what is wrong there, and changes the draft as it is typed. */

type Common<Value> = {
  path: Path;
  label: ReactNode;
  hint?: string | undefined;
  value: Value;
  /** The change that puts a new value in its place. */
  set: (value: Value) => Change;
};

function useField(path: Path) {
  const { change, rest, faults } = useEditor();
  const id = fieldId(path);
  return { field: { id, error: faultAt(faults, path) }, rest, change, type: (typed: Change) => change(typed, id) };
}

type TextProps = Common<string> & { longest?: number; lines?: number; placeholder?: string };

/** A line of words, or several. */
export function TextField({ path, label, hint, value, set, longest = 60, lines = 1, placeholder }: TextProps) {
  const { field, type, rest } = useField(path);
  const common = {
    ...field,
    onBlur: rest,
    label,
    description: hint,
    value,
    placeholder,
    maxLength: longest,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => type(set(event.currentTarget.value)),
  };
  return lines > 1 ? <Textarea {...common} rows={lines} autosize={false} /> : <TextInput {...common} />;
}

/** What was typed, as long as it is what the draft holds: another's value, such as one taken back, is shown as it is. */
function useTyped<Value>(value: Value, same: (a: Value, b: Value) => boolean) {
  const [typed, setTyped] = useState<{ words: string; value: Value } | null>(null);
  const words = typed && same(typed.value, value) ? typed.words : null;
  return {
    words,
    type: (next: string, meant: Value) => setTyped({ words: next, value: meant }),
    rest: () => setTyped(null),
  };
}

/** One member a line; empty lines are kept while typing and count for nothing. */
export function LinesField({ path, label, hint, value, set }: Common<string[]>) {
  const { field, type, rest } = useField(path);
  const typed = useTyped(value, (a, b) => a.join("\n") === b.join("\n"));
  const members = (words: string) => [...new Set(words.split("\n").map((each) => each.trim()))].filter(Boolean);
  return (
    <Textarea
      {...field}
      label={label}
      description={hint}
      value={typed.words ?? value.join("\n")}
      rows={Math.min(8, Math.max(3, value.length + 1))}
      onChange={({ currentTarget: { value: words } }) => {
        typed.type(words, members(words));
        type(set(members(words)));
      }}
      onBlur={() => {
        typed.rest();
        rest();
      }}
    />
  );
}

type NumberProps = Omit<Common<number | undefined>, "set"> & {
  set: (value: number | undefined) => Change;
  least?: number;
  most?: number;
  /** May be left empty. */
  optional?: boolean;
};

/** A whole number. What is no number in range stays in the field until it is left, and changes nothing. */
export function NumberField({ path, label, hint, value, set, least = 0, most = 3650, optional }: NumberProps) {
  const { field, type, rest } = useField(path);
  const typed = useTyped(value, (a, b) => a === b);
  const take = (words: string) => {
    const number = /^\d{1,6}$/.test(words.trim()) ? Number(words) : undefined;
    const fits = number !== undefined && number >= least && number <= most;
    const cleared = words.trim() === "" && optional === true;
    typed.type(words, fits ? number : cleared ? undefined : value);
    if (fits || cleared) type(set(number));
  };
  return (
    <TextInput
      {...field}
      label={label}
      description={hint}
      inputMode="numeric"
      autoComplete="off"
      value={typed.words ?? String(value ?? "")}
      onChange={({ currentTarget }) => take(currentTarget.value)}
      onBlur={() => {
        typed.rest();
        rest();
      }}
    />
  );
}

type Option = { value: string; label: string; disabled?: boolean };
type Group = { group: string; items: Option[] };
type SelectProps = Common<string> & { options: readonly (Option | Group)[] };

export function SelectField({ path, label, hint, value, set, options }: SelectProps) {
  const { field, change } = useField(path);
  return (
    <NativeSelect
      {...field}
      label={label}
      description={hint}
      value={value}
      data={[...options]}
      onChange={({ currentTarget }) => change(set(currentTarget.value))}
    />
  );
}

export function CheckField({ path, label, hint, value, set }: Common<boolean>) {
  const { field, change } = useField(path);
  return (
    <Checkbox
      {...field}
      label={label}
      description={hint}
      checked={value}
      onChange={({ currentTarget }) => change(set(currentTarget.checked))}
    />
  );
}

type ChecksProps = Common<readonly string[]> & { options: readonly Option[] };

/** Several of these, in the order of the options. */
export function ChecksField({ path, label, hint, value, set, options }: ChecksProps) {
  const { field, change } = useField(path);
  const tick = (name: string, on: boolean) => {
    const rest = value.filter((each) => each !== name);
    const known = options.map((option) => option.value);
    const next = on ? [...rest, name].sort((a, b) => known.indexOf(a) - known.indexOf(b)) : rest;
    change(set(next));
  };
  return (
    <Checkbox.Group label={label} description={hint} error={field.error} id={field.id} tabIndex={-1} value={[...value]}>
      <ChecksGrid options={options} tick={tick} value={value} />
    </Checkbox.Group>
  );
}

type GridProps = { options: readonly Option[]; value: readonly string[]; tick: (name: string, on: boolean) => void };

function ChecksGrid({ options, value, tick }: GridProps) {
  return (
    <div className={styles.checks}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          value={option.value}
          label={option.label}
          checked={value.includes(option.value)}
          onChange={({ currentTarget }) => tick(option.value, currentTarget.checked)}
        />
      ))}
    </div>
  );
}
