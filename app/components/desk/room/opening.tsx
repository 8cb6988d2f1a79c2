import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./item.module.css";
import type { RoomView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

/** Before the meeting: what to do first, and the button that opens it. */
export function Opening({ view }: { view: RoomView }) {
  const act = useAct("open");
  const empty = view.people.length === 0;
  return (
    <act.Form method="post" className={styles.opening}>
      <input type="hidden" name="intent" value="open" />
      <h1 className={styles.title}>{text.opening.title}</h1>
      <p>{text.opening.early(formatDateTime(view.meeting.startsAt))}</p>
      <p className={styles.quiet}>{text.opening.hint}</p>
      {empty && (
        <p className={styles.wait}>
          {text.opening.emptyRoll} <Link to={withRoll("/desk/people/import", view.rollId)}>{text.opening.toRoll}</Link>
        </p>
      )}
      {!empty && <p className={styles.quorumText}>{view.quorum.text}</p>}
      <Button type="submit" size="md" loading={act.busy}>
        {text.opening.button}
      </Button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** After it: nothing more can be changed, and where the papers are made. */
export function Ended({ view }: { view: RoomView }) {
  return (
    <div className={styles.ended}>
      <p>
        <b>{text.closing.done}</b> {text.closing.doneHint}
      </p>
      <Link to={`/desk/meetings/${view.meeting.code}/documents`} data-papers>
        {text.closing.toMeeting}
      </Link>
    </div>
  );
}
