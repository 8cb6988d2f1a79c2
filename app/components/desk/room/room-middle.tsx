import { roomText as text } from "#app/text/room.ts";
import { ChooseItem } from "./choose-item.tsx";
import type { Draft } from "./drafts.ts";
import { ItemHead } from "./item-head.tsx";
import { Ended, Opening } from "./opening.tsx";
import { OutcomePanel } from "./outcome.tsx";
import { Record } from "./record.tsx";
import type { Recorder } from "./recorder.ts";
import { ReportBack } from "./report-back.tsx";
import styles from "./room.module.css";
import type { ItemView, RoomView } from "./types.ts";

type Props = { view: RoomView; record: { recorder: Recorder; drafts: readonly Draft[] } };

/** The middle: before the meeting its opening, in it the item with record and outcome, after it the same to read. */
export function RoomMiddle({ view, record }: Props) {
  const { meeting, item } = view;
  if (!item)
    return meeting.state === "planned" ? <Opening view={view} /> : <p className={styles.quiet}>{text.agenda.empty}</p>;
  return (
    <>
      {meeting.state === "planned" && <Opening view={view} />}
      {meeting.state === "closed" && <Ended view={view} />}
      <Item view={view} item={item} record={record} />
    </>
  );
}

function Item({ view, item, record }: Props & { item: ItemView }) {
  const { meeting, people, polls } = view;
  const open = meeting.state === "open";
  const running = polls.find((poll) => poll.state === "open");
  const timed = meeting.state === "planned" ? null : (view.agenda.find((line) => line.id === item.id) ?? null);
  return (
    <>
      <ItemHead item={item} timed={timed} />
      {open && !item.current && <ChooseItem meeting={meeting} item={item} voting={running !== undefined} />}
      {item.kind === "report-back" && <ReportBack item={item} writable={open} first={view.reportFirst} />}
      {meeting.state !== "planned" && (
        <Record item={item} people={people} recorder={record.recorder} drafts={record.drafts} writable={open} />
      )}
      {item.kind === "issue" && meeting.state !== "planned" && (
        <OutcomePanel key={item.id} item={item} writable={open} voting={running?.agendaItemId === item.id} />
      )}
    </>
  );
}
