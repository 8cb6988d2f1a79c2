import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form, Link, useNavigation } from "@remix-run/react";
import { peopleText as text } from "#app/text/people.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import styles from "./roll.module.css";
import { withRoll } from "./roll-path.ts";
import type { RollRow } from "./roll-table.tsx";

type Props = {
  /** What the fields show unless something was typed and refused. */
  person: Omit<RollRow, "id">;
  /** The edition that saving replaces; 0 for a new person. */
  version: number;
  /** The roll they are on or are put on; `null` is the community's own. */
  rollId: string | null;
  seats: readonly string[];
  refused: Refused | null;
  /** The save button's words when it is not simply “保存”. */
  saveLabel?: string;
  /** False when the page itself says above the form what was refused. */
  summary?: boolean;
};

/** The form of one person on the roll. Typed values stay after a refusal. */
export function PersonForm({ person, version, rollId, seats, refused, saveLabel = text.save, summary = true }: Props) {
  const busy = useNavigation().formData?.get("intent") === "save";
  const fieldOf = (name: "name" | "seat" | "unit" | "phone") => ({
    id: name,
    name,
    label: text.fields[name],
    defaultValue: refused?.values[name] ?? person[name],
    error: refused?.fields[name],
  });
  return (
    <Form method="post" className={styles.form} noValidate>
      {summary && <ErrorSummary refused={refused} />}
      <input type="hidden" name="version" value={version} />
      <TextInput {...fieldOf("name")} required withAsterisk={false} autoComplete="off" />
      <TextInput {...fieldOf("seat")} description={text.seatHint} list="seats" autoComplete="off" />
      <datalist id="seats">
        {seats.map((seat) => (
          <option key={seat} value={seat} />
        ))}
      </datalist>
      <TextInput {...fieldOf("unit")} description={text.unitHint} autoComplete="off" />
      <TextInput {...fieldOf("phone")} description={text.phoneHint} inputMode="tel" autoComplete="off" />
      <Checkbox
        name="votingRight"
        value="yes"
        label={text.votingLabel}
        description={text.votingHint}
        defaultChecked={refused ? refused.values.votingRight === "yes" : person.votingRight}
      />
      <div className={styles.formActions}>
        <Button type="submit" name="intent" value="save" loading={busy}>
          {saveLabel}
        </Button>
        <Button component={Link} to={withRoll("/desk/people", rollId)} variant="default">
          {text.cancel}
        </Button>
      </div>
    </Form>
  );
}
