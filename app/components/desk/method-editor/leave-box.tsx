import { Button } from "@mantine/core";
import { useBlocker } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { methodEditorText } from "#app/text/method-editor.ts";
import styles from "./editor.module.css";
import frame from "./method-editor.module.css";

const text = methodEditorText.leave;

/** Asks before a link leads away from unsaved changes. */
export function LeaveBox({ dirty }: { dirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const dialog = useRef<HTMLDialogElement>(null);
  const blocked = blocker.state === "blocked";
  useEffect(() => {
    if (blocked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [blocked]);
  return (
    <dialog
      ref={dialog}
      className={frame.leave}
      aria-labelledby="leave-title"
      onCancel={(event) => {
        event.preventDefault();
        blocker.reset?.();
      }}
    >
      <h2 id="leave-title" className={frame.faultsTitle}>
        {text.title}
      </h2>
      <p className={styles.hint}>{text.detail}</p>
      <div className={styles.adds}>
        <Button onClick={() => blocker.reset?.()}>{text.stay}</Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {text.go}
        </Button>
      </div>
    </dialog>
  );
}
