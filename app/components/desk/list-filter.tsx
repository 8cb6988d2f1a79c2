import { Link, type LinkProps, useSubmit } from "@remix-run/react";
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
