import { TextInput } from "@mantine/core";
import { meetingText as text } from "#app/text/meetings.ts";
import type { Refused } from "./error-summary.tsx";
import styles from "./form.module.css";

export const MEETING_FIELDS = ["title", "day", "time", "place", "chair", "recorder"] as const;
export type MeetingWords = Record<(typeof MEETING_FIELDS)[number], string>;

type Props = {
  /** What the fields show unless something was typed and refused. */
  meeting: MeetingWords;
  refused: Refused | null;
  /** The first day that may be chosen. */
  from?: string;
  /** In session the day and time are facts. */
  started?: boolean;
};

/** What is announced about a meeting: name, when, where, who leads and who records. */
export function MeetingFields({ meeting, refused, from, started = false }: Props) {
  const fieldOf = (name: keyof MeetingWords) => ({
    id: name,
    name,
    label: text.fields[name],
    defaultValue: refused?.values[name] ?? meeting[name],
    error: refused?.fields[name],
    autoComplete: "off",
  });
  const fixed = started ? { readOnly: true, description: text.startedHint } : {};
  return (
    <>
      <TextInput {...fieldOf("title")} />
      <div className={styles.pair}>
        <TextInput {...fieldOf("day")} {...fixed} type="date" min={started ? undefined : from} />
        <TextInput {...fieldOf("time")} {...fixed} type="time" />
        <TextInput {...fieldOf("chair")} />
        <TextInput {...fieldOf("recorder")} />
      </div>
      <TextInput {...fieldOf("place")} />
    </>
  );
}
