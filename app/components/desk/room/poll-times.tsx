import { Checkbox, TextInput } from "@mantine/core";
import { useContext, useState } from "react";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { roomText } from "#app/text/room.ts";
import { ServerClockContext } from "./clock.tsx";
import styles from "./poll.module.css";

const { times: text } = roomText.poll;

type Props = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Whether a moment for the opening is given. */
  onSchedule(scheduled: boolean): void;
};

/** A moment as a field for date and time takes it, in Shanghai. */
export const localMoment = (moment: Date): string => `${dayOf(moment)}T${clockOf(moment)}`;

/** When the poll opens, how long it is open, and whether it closes by itself. */
export function PollTimes({ errors, values, onSchedule }: Props) {
  const { readAt } = useContext(ServerClockContext);
  const [limited, setLimited] = useState(Boolean(values.minutes));
  return (
    <>
      <TextInput
        name="minutes"
        label={text.minutes}
        placeholder={text.minutesHint}
        inputMode="numeric"
        type="number"
        min={1}
        max={240}
        error={errors.minutes}
        defaultValue={values.minutes ?? ""}
        onChange={(event) => setLimited(event.currentTarget.value !== "")}
      />
      <Checkbox
        className={styles.itself}
        data-limited={limited}
        name="closesItself"
        value="yes"
        label={text.closesItself}
        description={text.closesItselfHint}
        error={errors.closesItself}
        defaultChecked={values.intent === undefined || values.closesItself === "yes"}
      />
      <TextInput
        name="opensAt"
        label={text.opensAt}
        description={text.opensAtHint}
        type="datetime-local"
        min={localMoment(readAt)}
        error={errors.opensAt}
        defaultValue={values.opensAt ?? ""}
        onChange={(event) => onSchedule(event.currentTarget.value !== "")}
      />
    </>
  );
}
