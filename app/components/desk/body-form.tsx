import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Schedule } from "#app/domain/calendar/schedule.ts";
import { bodyText as text } from "#app/text/bodies.ts";
import { rollText } from "#app/text/rolls.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import forms from "./form.module.css";
import { ScheduleFields } from "./schedule-fields.tsx";

export type BodyWords = {
  name: string;
  methodId: string;
  schedule: Schedule;
  startTime: string;
  place: string;
  ruleId: string;
  /** `null`: the community's own roll. */
  rollId: string | null;
};
export type Choice = { id: string; name: string };
export type RollOption = { id: string | null; name: string; kind: "people" | "owners" };
export type MethodChoice = Choice & { blank: boolean };

type Props = {
  /** What the fields show unless something was typed and refused. */
  body: BodyWords;
  /** The method is chosen here; without it, it was chosen before and is kept. */
  methods?: readonly MethodChoice[];
  rules: readonly Choice[];
  rolls: readonly RollOption[];
  /** The edition that saving replaces; none for a new body. */
  version?: number;
  refused: Refused | null;
  saveLabel: ReactNode;
};

/** The form of one body: name, days, time, place and rule. Typed values stay after a refusal. */
export function BodyForm({ body, methods, rules, rolls, version, refused, saveLabel }: Props) {
  const busy = useNavigation().formData?.get("intent") === "save";
  const field = (name: Exclude<keyof BodyWords, "schedule">) => ({
    id: name,
    name,
    label: text.fields[name],
    defaultValue: refused?.values[name] ?? body[name] ?? "",
    error: refused?.fields[name],
  });
  return (
    <Form method="post" className={forms.form} noValidate>
      <ErrorSummary refused={refused} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <TextInput {...field("name")} autoComplete="off" />
      {methods ? (
        <NativeSelect {...field("methodId")} data={methodOptions(methods, body.methodId)} />
      ) : (
        <input type="hidden" name="methodId" value={body.methodId} />
      )}
      <ScheduleFields schedule={body.schedule} refused={refused} />
      <div className={forms.pair}>
        <TextInput {...field("startTime")} type="time" />
        <TextInput {...field("place")} autoComplete="off" />
      </div>
      <NativeSelect
        {...field("ruleId")}
        description={text.ruleHint}
        data={rules.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        {...field("rollId")}
        description={version === undefined ? rollText.bodyHint : rollText.bodyChangeHint}
        data={rolls.map((roll) => ({ value: roll.id ?? "", label: rollOption(roll) }))}
      />
      <div className={forms.actions}>
        <Button type="submit" name="intent" value="save" loading={busy}>
          {saveLabel}
        </Button>
        <Button component={Link} to="/desk/bodies" variant="default">
          {text.cancel}
        </Button>
      </div>
    </Form>
  );
}

const rollOption = ({ id, name, kind }: RollOption) =>
  id === null ? name : rollText.ofRoll(name, rollText.kinds[kind]);

/** Methods to choose; one that has blanks to fill in is named but cannot be taken, one out of use stays where it is. */
export function methodOptions(methods: readonly MethodChoice[], present: string) {
  const options = methods.map(({ id, name, blank }) => ({
    value: id,
    label: blank ? text.blankMethod(name) : name,
    disabled: blank,
  }));
  const known = methods.some((each) => each.id === present);
  return known ? options : [{ value: present, label: text.methodGone, disabled: false }, ...options];
}

/** The form's fields as the command reads them: those named `schedule.…` belong together. */
export function typedBody(form: FormData): Record<string, unknown> {
  const typed = Object.fromEntries(form);
  const schedule = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith("schedule.") ? [[name.slice("schedule.".length), value]] : [],
  );
  return { ...typed, schedule: Object.fromEntries(schedule) };
}
