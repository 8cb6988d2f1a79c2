import { Autocomplete, Button, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { roomText as text } from "#app/text/room.ts";
import { DraftTrouble } from "./draft-trouble.tsx";
import type { Draft, Words } from "./drafts.ts";
import { onEnter } from "./enter-key.ts";
import styles from "./record.module.css";
import type { Recorder } from "./recorder.ts";
import { speakersOf } from "./speakers.ts";
import type { AttendeeView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

type Props = {
  itemId: string;
  draftKey: string;
  draft: Draft | undefined;
  people: AttendeeView[];
  recorder: Recorder;
  onNext: () => void;
};

/** The next line: a name, Enter, the words, Enter. Saved as it is typed; as a plain form where there are no scripts. */
export function RecordEntry({ itemId, draftKey, draft, people, recorder, onNext }: Props) {
  const act = useAct("speak", (values) => values.agendaItemId === itemId);
  const speaker = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const [nameless, setNameless] = useState(false);
  const words: Words = { speaker: draft?.speaker ?? "", body: draft?.body ?? "" };
  const change = (next: Partial<Words>) => recorder.type(draftKey, itemId, { ...words, ...next });
  const next = () => {
    if (words.body.trim() === "") return body.current?.focus();
    setNameless(words.speaker.trim() === "");
    // The words are saved already; only the next line waits for the name.
    if (words.speaker.trim() === "") return speaker.current?.focus();
    recorder.finish(draftKey);
    onNext();
    speaker.current?.focus();
  };
  const { suggestions, about } = speakersOf(people);
  return (
    <act.Form
      method="post"
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <input type="hidden" name="intent" value="speak" />
      <input type="hidden" name="agendaItemId" value={itemId} />
      <div className={styles.entryRow}>
        <Autocomplete
          ref={speaker}
          name="speaker"
          aria-label={text.record.speaker}
          placeholder={text.record.speaker}
          className={styles.speakerField}
          data={suggestions}
          limit={8}
          openOnFocus={false}
          comboboxProps={{ width: 280, position: "top-start" }}
          classNames={{ option: styles.suggestion }}
          selectFirstOptionOnChange
          maxLength={50}
          required
          error={nameless && words.speaker.trim() === "" ? text.record.speakerMissing : undefined}
          value={words.speaker}
          onChange={(value) => change({ speaker: value })}
          onOptionSubmit={() => body.current?.focus()}
          onKeyDown={(event) => onEnter(event, () => body.current?.focus(), isChoosing(event.currentTarget))}
          renderOption={({ option }) => (
            <span className={styles.option}>
              {option.value}
              <span className={styles.quiet}>{about.get(option.value)}</span>
            </span>
          )}
          data-record
        />
        <Textarea
          ref={body}
          name="body"
          aria-label={text.record.body}
          placeholder={text.record.body}
          className={styles.bodyField}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={5000}
          value={words.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          onKeyDown={(event) => onEnter(event, next, event.shiftKey)}
        />
        <Button type="submit" variant="default">
          {text.record.add}
        </Button>
      </div>
      {draft && <DraftTrouble draft={draft} recorder={recorder} />}
      <RefusalLine refused={act.refused} />
      <p className={styles.hint}>{text.record.hint}</p>
    </act.Form>
  );
}

/** While a name of the list is marked, Enter takes that name. */
const isChoosing = (input: HTMLInputElement) =>
  input.getAttribute("aria-expanded") === "true" && input.hasAttribute("aria-activedescendant");
