import { Button } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { Disclosure } from "#app/components/desk/disclosure.tsx";
import styles from "#app/components/desk/page-parts.module.css";
import { deskText } from "#app/text/desk.ts";
import editor from "./method-editor.module.css";

type Props = {
  label: ReactNode;
  question: string;
  detail?: ReactNode;
  /** The deed in words. */
  confirm: string;
  align?: "start" | "end";
  onConfirm(): void;
};

/** Asks before a deed on the page itself; `ConfirmButton` asks before a form is sent. */
export function ConfirmBox({ label, question, detail, confirm, align = "start", onConfirm }: Props) {
  const close = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    currentTarget.closest("details")?.removeAttribute("open");
  };
  return (
    <Disclosure
      align={align}
      panelClassName={editor.confirmPanel ?? ""}
      summary={<span className={styles.plainButton}>{label}</span>}
    >
      <div className={styles.confirm}>
        <p className={styles.confirmQuestion}>{question}</p>
        {detail && <p className={styles.hint}>{detail}</p>}
        <div className={styles.confirmActions}>
          <Button
            type="button"
            onClick={(event) => {
              close(event);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
          <Button type="button" variant="default" onClick={close}>
            {deskText.confirm.no}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
