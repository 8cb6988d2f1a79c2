import { Button, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { roomText as text } from "#app/text/room.ts";
import { DraftTrouble } from "./draft-trouble.tsx";
import { type Draft, isSaved, type Words } from "./drafts.ts";
import { onEnter } from "./enter-key.ts";
import styles from "./record.module.css";
import type { Recorder } from "./recorder.ts";
import type { SpeechView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

type Props = {
  line: SpeechView;
  itemId: string;
  /** The line as this page is changing it. */
  draft: Draft | undefined;
  recorder: Recorder;
  writable: boolean;
};

/** One line of the record; a press on “修改” opens it where it stands. */
export function RecordLine({ line, itemId, draft, recorder, writable }: Props) {
  if (draft && !draft.done) return <LineEditor draft={draft} recorder={recorder} />;
  const words = draft ?? line;
  return (
    <li className={styles.line} data-speech={line.id}>
      <Spoken words={words} />
      <span className={styles.lineSide}>
        <span className={styles.by}>{text.record.by(line.updatedBy || line.recordedBy)}</span>
        {writable && (
          <>
            <button
              type="button"
              className={styles.plain}
              aria-label={text.record.editLabel(line.speaker || text.record.noSpeaker)}
              onClick={() => recorder.open(itemId, { ...line, ...draft })}
            >
              {text.record.edit}
            </button>
            <RemoveLine line={line} />
          </>
        )}
      </span>
    </li>
  );
}

function Spoken({ words }: { words: Words }) {
  return (
    <p className={styles.spoken}>
      <b className={words.speaker ? undefined : styles.quiet}>{words.speaker || text.record.noSpeaker}：</b>
      {words.body}
    </p>
  );
}

function RemoveLine({ line }: { line: SpeechView }) {
  const act = useAct("remove-speech", (values) => values.speechId === line.id);
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="remove-speech" />
      <input type="hidden" name="speechId" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
      <button
        type="submit"
        className={styles.plain}
        aria-label={text.record.removeLabel(line.speaker || text.record.noSpeaker)}
        disabled={act.busy}
      >
        {text.record.remove}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** A line on its way that the record does not have yet. */
export function PendingLine({ draft, recorder }: { draft: Draft; recorder: Recorder }) {
  if (!draft.done) return <LineEditor draft={draft} recorder={recorder} />;
  return (
    <li className={`${styles.line} ${isSaved(draft) ? "" : styles.pending}`}>
      <Spoken words={draft} />
      <span className={styles.lineSide}>{pendingWords(draft)}</span>
    </li>
  );
}

/** Nothing for a line that is saved: the head of the record says so. */
function pendingWords(draft: Draft): string {
  if (isSaved(draft)) return "";
  return draft.state === "retrying" ? draft.message || text.record.retrying : text.record.saving;
}

function LineEditor({ draft, recorder }: { draft: Draft; recorder: Recorder }) {
  const body = useRef<HTMLTextAreaElement>(null);
  const { speaker } = draft;
  const change = (words: Partial<Words>) =>
    recorder.type(draft.key, draft.itemId, { speaker, body: draft.body, ...words });
  const finish = () => recorder.finish(draft.key);
  useEffect(() => body.current?.focus(), []);
  return (
    <li className={styles.editor}>
      <div className={styles.entryRow}>
        <TextInput
          className={styles.speakerField}
          aria-label={text.record.speaker}
          maxLength={50}
          value={speaker}
          onChange={(event) => change({ speaker: event.currentTarget.value })}
          onKeyDown={(event) => onEnter(event, () => body.current?.focus(), false)}
        />
        <Textarea
          ref={body}
          className={styles.bodyField}
          aria-label={text.record.body}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={5000}
          value={draft.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          onKeyDown={(event) => onEnter(event, finish, event.shiftKey)}
        />
        <Button variant="default" onClick={finish}>
          {text.record.editDone}
        </Button>
      </div>
      <DraftTrouble draft={draft} recorder={recorder} />
    </li>
  );
}
