import { Button } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import styles from "./wording.module.css";

type Props = {
  open: boolean;
  title: string;
  detail: string;
  stay: string;
  go: string;
  onStay: () => void;
  onGo: () => void;
};

/** Asks before words that are not saved are left or given up. Esc stays. */
export function AskBox({ open, title, detail, stay, go, onStay, onGo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.ask}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 className={styles.askTitle} id={id}>
        {title}
      </h2>
      <p className={styles.hint}>{detail}</p>
      <div className={styles.deeds}>
        <Button onClick={onStay}>{stay}</Button>
        <Button variant="default" onClick={onGo}>
          {go}
        </Button>
      </div>
    </dialog>
  );
}
