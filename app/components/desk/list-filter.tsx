import { Button, TextInput } from "@mantine/core";
import { Form, Link, type LinkProps, useSubmit } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import styles from "./list-filter.module.css";

/** Ways to narrow a list, side by side. */
export function FilterChips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {children}
    </ul>
  );
}

type Chip = { to: LinkProps["to"]; here: boolean; name: string; count: number };

/** One way to narrow the list, with how many it would leave. */
export function FilterChip({ to, here, name, count }: Chip) {
  return (
    <li>
      <Link className={styles.chip} to={to} aria-current={here ? "true" : undefined} preventScrollReset>
        {name} <span className={styles.count}>{count}</span>
      </Link>
    </li>
  );
}

/** Milliseconds without a key before what was typed is looked for. */
export const TYPING_PAUSE = 250;

/** Submits a search form `pause` milliseconds after the last call. */
export function useSubmitLater() {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  return (form: HTMLFormElement | null, pause: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form && submit(form, { replace: true }), pause);
  };
}

type SearchProps = {
  /** Where the list stands. */
  action: string;
  words: { search: string; searchHint: string; searchButton: string };
  value: string;
  /** What else narrows the list and goes on doing so; null does not. */
  kept: Record<string, string | null>;
  children?: ReactNode;
};

/** Looks for words as they are typed; a plain form without scripts. Behind it, what was found. */
export function ListSearch({ action, words, value, kept, children }: SearchProps) {
  const submitLater = useSubmitLater();
  const hidden = Object.entries(kept).flatMap(([name, each]) => (each === null ? [] : [[name, each] as const]));
  return (
    <Form method="get" action={action} className={styles.search} role="search">
      {hidden.map(([name, each]) => (
        <input key={name} type="hidden" name={name} value={each} />
      ))}
      <TextInput
        className={styles.searchField}
        name="q"
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        defaultValue={value}
        key={JSON.stringify(kept)}
        onChange={(event) => submitLater(event.currentTarget.form, TYPING_PAUSE)}
      />
      <Button type="submit" variant="default">
        {words.searchButton}
      </Button>
      {children}
    </Form>
  );
}

/** How many were found. */
export const Found = ({ children }: { children: ReactNode }) => (
  <span className={styles.found} role="status">
    {children}
  </span>
);
