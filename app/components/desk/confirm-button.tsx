import { Button } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { deskText as text } from "#app/text/desk.ts";
import { Disclosure } from "./disclosure.tsx";
import styles from "./page-parts.module.css";

type Props = {
  /** What the button says before it asks. */
  label: ReactNode;
  question: string;
  detail?: ReactNode;
  /** The deed in words (“移出名册”), never just “确定”. */
  confirm: string;
  /** name/value of the submitting button inside the surrounding form. */
  name?: string;
  value?: string;
  align?: "start" | "end";
};

/** Asks before a deed that is hard to take back. Stands inside a form, which the second button submits. */
export function ConfirmButton({ label, question, detail, confirm, name, value, align = "end" }: Props) {
  const close = (event: MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.closest("details")?.removeAttribute("open");
  };
  return (
    <Disclosure align={align} summary={<span className={styles.plainButton}>{label}</span>}>
      <div className={styles.confirm}>
        <p className={styles.confirmQuestion}>{question}</p>
        {detail && <p className={styles.hint}>{detail}</p>}
        <div className={styles.confirmActions}>
          <Button type="submit" name={name} value={value} onClick={close}>
            {confirm}
          </Button>
          <Button type="button" variant="default" onClick={close}>
            {text.confirm.no}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
