import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { roomText } from "#app/text/room.ts";
import sheet from "./ballot-fields.module.css";
import type { RuleView } from "./types.ts";

const text = roomText.poll.ballot;

type Props = { errors: Record<string, string>; values: Record<string, string> };
const FIELDS = ["items", "options", "choose", "seats"] as const;

/** What one ballot asks. Folded away: most polls ask one thing and are answered 同意, 反对 or 弃权. */
export function BallotFields({ errors, values }: Props) {
  const [items, setItems] = useState(values.items ?? "");
  const [options, setOptions] = useState(values.options ?? "");
  const changed = items.trim() !== "" || options.trim() !== "";
  const refused = FIELDS.some((name) => errors[name] !== undefined);
  return (
    <details className={sheet.fold} open={refused || undefined}>
      <summary>{changed ? text.changed : text.plain}</summary>
      <div className={sheet.fields}>
        <p className={sheet.hint}>{text.hint}</p>
        <Textarea
          name="items"
          label={text.items}
          autosize
          minRows={2}
          maxRows={8}
          value={items}
          onChange={(event) => setItems(event.currentTarget.value)}
          error={errors.items}
        />
        <Textarea
          name="options"
          label={text.options}
          autosize
          minRows={2}
          maxRows={8}
          value={options}
          onChange={(event) => setOptions(event.currentTarget.value)}
          error={errors.options}
        />
        <div className={sheet.pair}>
          {(["choose", "seats"] as const).map((name) => (
            <TextInput
              key={name}
              name={name}
              label={text[name]}
              placeholder={name === "choose" ? text.chooseHint : text.seatsHint}
              type="number"
              inputMode="numeric"
              min={1}
              max={20}
              defaultValue={values[name] ?? ""}
              error={errors[name]}
            />
          ))}
        </div>
      </div>
    </details>
  );
}

/** 地方加严条件 of the chosen rule, and what they want counted. */
export function OverlayFields({ rule, errors, values }: Props & { rule: RuleView }) {
  if (rule.overlays.length === 0) return null;
  return (
    <fieldset className={sheet.overlays}>
      <legend>{roomText.poll.overlays}</legend>
      {rule.overlays.map(({ id, name, counts }) => (
        <div key={id} className={sheet.overlay}>
          <Checkbox
            name="overlays"
            value={id}
            label={name}
            defaultChecked={values.overlays === id}
            error={errors.overlays}
          />
          {counts.length > 0 && (
            <div className={sheet.pair}>
              {counts.map(({ field, label }) => (
                <TextInput
                  key={field}
                  name={`extra.${field}`}
                  label={label}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  defaultValue={values[`extra.${field}`] ?? ""}
                  error={errors[`extra.${field}`]}
                />
              ))}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
