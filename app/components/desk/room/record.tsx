import { useEffect, useRef, useState } from "react";
import { roomText as text } from "#app/text/room.ts";
import type { Draft } from "./drafts.ts";
import styles from "./record.module.css";
import { RecordEntry } from "./record-entry.tsx";
import { PendingLine, RecordLine } from "./record-line.tsx";
import { RecordState } from "./record-state.tsx";
import type { Recorder } from "./recorder.ts";
import { RemovedLines } from "./removed-lines.tsx";
import type { AttendeeView, ItemView } from "./types.ts";
import { newKey } from "./use-record.ts";

type Props = {
  item: ItemView;
  people: AttendeeView[];
  recorder: Recorder;
  drafts: readonly Draft[];
  /** In session, so that lines may be written and changed. */
  writable: boolean;
};

/** Who said what about the item: the lines so far, and the place for the next one. */
export function Record({ item, people, recorder, drafts, writable }: Props) {
  const [spare, setSpare] = useState("first-line");
  // The first name must be the same on the server; a name of its own follows in the browser.
  useEffect(() => setSpare(newKey()), []);
  const mine = drafts.filter((draft) => draft.itemId === item.id);
  const active = mine.findLast((draft) => draft.origin === "new" && !draft.done);
  const lines = item.speeches.filter((line) => !active || line.id !== active.speechId);
  const shown = new Set(item.speeches.map((line) => line.id));
  const pending = mine.filter((draft) => draft !== active && !(draft.speechId && shown.has(draft.speechId)));
  const list = useEndOfList(lines.length + pending.length);
  useEffect(() => recorder.shown([...item.speeches, ...item.removed]), [recorder, item.speeches, item.removed]);
  return (
    <section className={styles.record} aria-label={text.record.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.record.title}</h2>
        {writable && <RecordState drafts={drafts} lastSaved={recorder.lastSaved()} />}
        <RemovedLines lines={item.removed} writable={writable} />
      </div>
      <ol className={styles.lines} ref={list}>
        {lines.map((line) => (
          <RecordLine
            key={line.id}
            line={line}
            itemId={item.id}
            draft={mine.find((draft) => draft.speechId === line.id)}
            recorder={recorder}
            writable={writable}
          />
        ))}
        {pending.map((draft) => (
          <PendingLine key={draft.key} draft={draft} recorder={recorder} />
        ))}
        {lines.length + pending.length === 0 && (
          <li className={styles.empty}>{writable ? text.record.empty : text.record.emptyClosed}</li>
        )}
      </ol>
      {writable && (
        <RecordEntry
          key={item.id}
          itemId={item.id}
          draftKey={active?.key ?? spare}
          draft={active}
          people={people}
          recorder={recorder}
          onNext={() => setSpare(newKey())}
        />
      )}
    </section>
  );
}

/** Keeps the end in view as lines come in, unless the person has scrolled up to read. */
function useEndOfList(count: number) {
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const { current } = list;
    const follow = () => {
      if (current) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 80;
    };
    current?.addEventListener("scroll", follow, { passive: true });
    return () => current?.removeEventListener("scroll", follow);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the end
  useEffect(() => {
    if (list.current && atEnd.current) list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  return list;
}
