import { Button } from "@mantine/core";
import type { MouseEvent } from "react";
import { Disclosure } from "#app/components/desk/disclosure.tsx";
import { deskText } from "#app/text/desk.ts";
import { roomText as text, unreportedWords } from "#app/text/room.ts";
import styles from "./room.module.css";
import type { RoomView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

function goBack({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
  const details = currentTarget.closest("details");
  details?.removeAttribute("open");
  details?.querySelector("summary")?.focus();
}

/** 散会: lists what has no outcome yet, and asks once. */
export function CloseMeeting({ view }: { view: RoomView }) {
  const act = useAct("close");
  const pending = view.agenda.filter((line) => line.kind === "issue" && line.outcome === null);
  const untold = view.reportFirst ?? [];
  const voting = view.polls.some((poll) => poll.state === "open");
  return (
    <Disclosure
      align="end"
      summary={<span className={styles.closeButton}>{text.closing.button}</span>}
      panelClassName={styles.closePanel}
    >
      <act.Form method="post">
        <input type="hidden" name="intent" value="close" />
        {pending.map((line) => (
          <input key={line.id} type="hidden" name="pending" value={line.id} />
        ))}
        <p className={styles.question}>{text.closing.question}</p>
        {untold.length > 0 && <p className={styles.why}>{unreportedWords(untold)}</p>}
        {pending.length > 0 ? (
          <>
            <p>{text.closing.pending(pending.length)}</p>
            <ul className={styles.pendingList}>
              {pending.map((line) => (
                <li key={line.id}>
                  {text.poll.onItem(line.position)}：{line.title}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{text.closing.allDone}</p>
        )}
        <p className={styles.quiet}>{text.closing.detail}</p>
        {voting && <p className={styles.why}>{text.refusals.pollOpen}</p>}
        {act.refused?.error === "stale" ? (
          <p className={styles.refusal} role="alert">
            {text.closing.stale}
          </p>
        ) : (
          untold.length === 0 && <RefusalLine refused={act.refused} />
        )}
        <div className={styles.closeActs}>
          <Button type="submit" disabled={voting || untold.length > 0} loading={act.busy}>
            {text.closing.confirm}
          </Button>
          <Button type="button" variant="default" onClick={goBack}>
            {deskText.confirm.no}
          </Button>
        </div>
      </act.Form>
    </Disclosure>
  );
}
