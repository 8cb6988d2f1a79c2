import { Button, TextInput } from "@mantine/core";
import { useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useId } from "react";
import { documentPageText as text } from "#app/text/document-page.ts";
import { choicesOf, type View } from "./address.ts";
import styles from "./document.module.css";

/** A form in the address: every change is applied at once; without scripts the button does it. */
export function useAtOnce() {
  const submit = useSubmit();
  return (event: FormEvent<HTMLFormElement>) =>
    submit(event.currentTarget, { preventScrollReset: true, replace: true });
}

/** What stays as it is while a form changes the other choices of the address. */
export function Others({ view, but }: { view: View; but: (keyof View)[] }) {
  const others = choicesOf(view).filter(([name]) => !but.some((mine) => mine === name));
  return [["paper", view.paper] as const, ...others].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

type OptionProps = { name: string; value: string; checked: boolean; children: ReactNode };

/** One of several, ticked by what the address says. */
export function Option({ name, value, checked, children }: OptionProps) {
  return (
    <label className={styles.option}>
      <input key={String(checked)} type="radio" name={name} value={value} defaultChecked={checked} />
      {children}
    </label>
  );
}

type LineProps = { name: string; label: string; hint: string; value: string; most: number };

/** One line of words in the address, with the button that applies it. */
export function Line({ name, label, hint, value, most }: LineProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.inline}>
        <TextInput
          key={value}
          id={id}
          name={name}
          defaultValue={value}
          maxLength={most}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
        />
        <Button type="submit" variant="default">
          {text.apply}
        </Button>
      </div>
      <p className={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** Without scripts, what applies a form that otherwise applies itself. */
export function Apply() {
  return (
    <noscript>
      <button type="submit">{text.apply}</button>
    </noscript>
  );
}
