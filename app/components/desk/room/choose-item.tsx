import { Button } from "@mantine/core";
import { roomText as text } from "#app/text/room.ts";
import styles from "./item.module.css";
import type { ItemView, RoomMeeting } from "./types.ts";
import { RefusalLine, type RefusedAct, useAct } from "./use-act.tsx";

type Props = { meeting: RoomMeeting; item: ItemView; voting: boolean };

/** Above an item that is only looked at: the room is elsewhere, and this brings it here. */
export function ChooseItem({ meeting, item, voting }: Props) {
  const act = useAct("choose");
  const moved = movedTo(act.refused);
  return (
    <act.Form method="post" className={styles.choose}>
      <input type="hidden" name="intent" value="choose" />
      <input type="hidden" name="agendaItemId" value={item.id} />
      <input type="hidden" name="from" value={meeting.currentItemId ?? ""} />
      <p className={styles.chooseHint}>{voting ? text.agenda.waitForPoll : text.agenda.chooseHint}</p>
      <Button type="submit" disabled={voting} loading={act.busy} data-choose>
        {item.started ? text.agenda.chooseAgain : text.agenda.choose}
      </Button>
      {moved ? (
        <p className={styles.moved} role="alert">
          {text.staleChoice(moved.position, moved.title)}
        </p>
      ) : (
        <RefusalLine refused={act.refused} />
      )}
    </act.Form>
  );
}

function movedTo(refused: RefusedAct | null): { position: number; title: string } | null {
  if (refused?.error !== "stale") return null;
  const { current } = (refused.details ?? {}) as { current?: { position?: number; title?: string } };
  return current?.position === undefined ? null : { position: current.position, title: current.title ?? "" };
}
