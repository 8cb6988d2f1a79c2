import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./disclosure.module.css";

type Props = {
  /** What the button shows. */
  summary: ReactNode;
  /** The button's name when `summary` alone would not say it. */
  label?: string;
  children: ReactNode;
  align?: "start" | "end";
  className?: string;
  panelClassName?: string;
};

/** A button that opens a panel below it. `details` underneath: it works before and without JavaScript. */
export function Disclosure({ summary, label, children, align = "start", className, panelClassName }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the panel that led there
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);

  useEffect(() => {
    const close = () => {
      if (details.current) details.current.open = false;
    };
    const onPointer = (event: PointerEvent) => {
      if (!details.current?.contains(event.target as Node)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.current?.open) return;
      close();
      details.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={details} className={`${styles.disclosure} ${className ?? ""}`}>
      <summary aria-label={label}>{summary}</summary>
      <div className={`${styles.panel} ${styles[align]} ${panelClassName ?? ""}`}>{children}</div>
    </details>
  );
}
