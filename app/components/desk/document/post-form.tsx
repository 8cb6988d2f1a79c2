import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";
import { DayInput, PhotoInput } from "./life-fields.tsx";

type Props = { places: string[]; today: string; usualUntil: string; again: boolean; refused: Refused | null };

/** Registers one more place where the paper was put up; the places of the settings are proposed. */
export function PostForm({ places, today, usualUntil, again, refused }: Props) {
  return (
    <details className={styles.fold} open={refused || !again ? true : undefined}>
      <summary>{again ? text.postAgain : text.postTitle}</summary>
      <ErrorSummary refused={refused} />
      <Form method="post" encType="multipart/form-data" className={styles.form} noValidate preventScrollReset>
        <TextInput
          key={places.join()}
          id="place"
          name="place"
          label={text.place}
          list="places"
          defaultValue={refused?.values.place ?? places[0]}
          error={refused?.fields.place}
          maxLength={60}
          autoComplete="off"
          required
        />
        <datalist id="places">
          {places.map((place) => (
            <option key={place} value={place} />
          ))}
        </datalist>
        <div className={styles.pair}>
          <DayInput name="postedOn" label={text.postedOn} usual={today} max={today} refused={refused} />
          <DayInput
            name="until"
            label={text.until}
            usual=""
            hint={text.untilHint(formatDay(usualUntil))}
            refused={refused}
          />
        </div>
        <PhotoInput refused={refused} />
        <div>
          <Button type="submit" name="intent" value="post">
            {text.post}
          </Button>
        </div>
      </Form>
    </details>
  );
}
