import { NativeSelect, TextInput } from "@mantine/core";
import type { Schedule } from "#app/domain/calendar/schedule.ts";
import { bodyText as text } from "#app/text/bodies.ts";
import styles from "./body.module.css";
import type { Refused } from "./error-summary.tsx";
import forms from "./form.module.css";

const options = (names: readonly string[]) => names.map((label, index) => ({ value: String(index + 1), label }));
const entries = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/**
 * How often a body meets. The fields that a kind of schedule needs are shown by the style sheet as it is chosen, so that the form works
 * without scripts too; the others are sent and dropped.
 */
export function ScheduleFields({ schedule, refused }: { schedule: Schedule; refused: Refused | null }) {
  const shown: Record<string, unknown> = { ...STANDING, ...schedule };
  const field = (name: string) => ({
    id: `schedule.${name}`,
    name: `schedule.${name}`,
    defaultValue: refused?.values[`schedule.${name}`] ?? String(shown[name]),
    error: refused?.fields[`schedule.${name}`],
  });
  return (
    <div className={`${forms.pair} ${styles.schedule}`}>
      <NativeSelect {...field("every")} label={text.every} data={entries(text.everies)} />
      <div className={styles.month}>
        <NativeSelect {...field("month")} label={text.month} data={options(text.months)} />
      </div>
      <div className={styles.day}>
        <TextInput
          {...field("day")}
          label={text.day}
          description={text.dayHint}
          inputWrapperOrder={HINT_BELOW}
          inputMode="numeric"
          maxLength={2}
          autoComplete="off"
        />
      </div>
      <div className={styles.nth}>
        <NativeSelect {...field("nth")} label={text.nth} data={options(text.nths)} />
      </div>
      <div className={styles.weekday}>
        <NativeSelect {...field("weekday")} label={text.weekday} data={options(text.weekdays)} />
      </div>
      <div className={styles.onHoliday}>
        <NativeSelect
          {...field("onHoliday")}
          label={text.onHoliday}
          description={text.onHolidayHint}
          inputWrapperOrder={HINT_BELOW}
          data={entries(text.onHolidays)}
        />
      </div>
    </div>
  );
}

/** Fields side by side keep one line. */
const HINT_BELOW: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];

/** What the fields hold that this schedule does not need. */
const STANDING = { weekday: 3, nth: 1, day: 10, month: 1, onHoliday: "skip" };
