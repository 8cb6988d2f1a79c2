import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { RATINGS } from "#app/domain/issue/facts.ts";
import type { ChecklistLine } from "#app/domain/method/definition.ts";
import { issueText as text } from "#app/text/issues.ts";
import { Checklist } from "./checklist.tsx";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import styles from "./issue.module.css";

export type StepField = { fact: string; kind: "text" | "day" | "yes" | "rating"; value: string };
export type IssueStep = {
  event: string;
  label: string;
  kind: "exit" | "exception" | "branch" | "decision";
  toName: string;
  checklist: readonly ChecklistLine[];
  needsReason: boolean;
  fields: StepField[];
  /** Lines that no field of this step can meet. */
  blocked: readonly ChecklistLine[];
  /** The meeting takes this step by itself when it comes to the issue. */
  byMeeting: boolean;
};

type Props = { step: IssueStep; version: number; refused: Refused | null };

/** One step that an issue may take: what it asks, the fields that answer it, and the button, or why there is none to press. */
export function IssueStepForm({ step, version, refused }: Props) {
  const navigation = useNavigation();
  const busy = navigation.formData?.get("event") === step.event;
  const mine = refused?.values.event === step.event ? refused : null;
  const prefix = `${step.event}-`;
  const open = step.blocked.length === 0;
  return (
    <Form method="post" noValidate preventScrollReset>
      <ErrorSummary refused={mine} prefix={prefix} />
      <input type="hidden" name="expected" value={version} />
      {step.checklist.length > 0 && <Checklist lines={step.checklist} />}
      {open && (
        <div className={styles.stepFields}>
          {step.fields.map((field) => (
            <FactField key={field.fact} field={field} prefix={prefix} refused={mine} />
          ))}
          {step.needsReason && (
            <Textarea
              id={`${prefix}reason`}
              name="reason"
              label={text.reasonFor(step.label)}
              defaultValue={mine?.values.reason}
              error={mine?.fields.reason}
              rows={2}
            />
          )}
        </div>
      )}
      <div className={styles.stepActions}>
        <Button
          type="submit"
          name="event"
          value={step.event}
          variant={step.kind === "exit" && !step.byMeeting ? "filled" : "default"}
          disabled={!open}
          loading={busy}
        >
          {step.label}
        </Button>
        {open && step.byMeeting && <p className={styles.note}>{text.toMeeting}</p>}
        {!open && (
          <p className={styles.why}>
            {text.blocked(step.blocked.map((line) => line.text))} {whereToMend(step.blocked)}
          </p>
        )}
      </div>
    </Form>
  );
}

const whereToMend = (blocked: readonly ChecklistLine[]): string =>
  [...new Set(blocked.map((line) => text.blockedBy[line.id] ?? ""))].join("");

function FactField({ field, prefix, refused }: { field: StepField; prefix: string; refused: Refused | null }) {
  const { fact, kind, value } = field;
  const common = {
    id: `${prefix}${fact}`,
    name: `fact-${fact}`,
    label: text.facts[fact] ?? fact,
    error: refused?.fields[fact],
  };
  const typed = refused?.values[`fact-${fact}`];
  if (kind === "yes")
    return <Checkbox {...common} value="on" defaultChecked={refused ? typed === "on" : value === "true"} />;
  const defaultValue = typed ?? value;
  if (kind === "day") return <TextInput {...common} type="date" defaultValue={defaultValue} />;
  if (kind === "rating") {
    const choices = RATINGS.map((rating) => ({ value: rating, label: text.ratings[rating] }));
    const data = [{ value: "", label: text.ratingChoose }, ...choices];
    return <NativeSelect {...common} data={data} defaultValue={defaultValue} />;
  }
  return <Textarea {...common} defaultValue={defaultValue} autosize={false} rows={fact === "responsible" ? 1 : 2} />;
}
