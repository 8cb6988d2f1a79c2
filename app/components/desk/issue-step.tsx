import { Button, Textarea } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { useMemo } from "react";
import type { ChecklistLine } from "#app/domain/method/definition.ts";
import type { Pass, Quorum } from "#app/domain/rule/types.ts";
import { issueText as text } from "#app/text/issues.ts";
import { Checklist } from "./checklist.tsx";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { FactField, type StepField } from "./fact-field.tsx";
import { judged, withUnmet } from "./gate-refusal.ts";
import styles from "./issue.module.css";
import { useChoices } from "./use-choices.ts";

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
  /** The thresholds of the decision that it leads into. */
  rules: readonly { name: string; quorum: Quorum | null; pass: Pass }[];
};

type Props = { step: IssueStep; version: number; refused: Refused | null };

/** The name of the button that keeps what was filled in without taking the step. */
export const KEEP = "keep";

/** One step that an issue may take: what it asks, the fields that answer it, and the buttons, or why there is none to press. */
export function IssueStepForm({ step, version, refused }: Props) {
  const navigation = useNavigation();
  const going = navigation.formData?.get("step") === step.event;
  const keeping = going && navigation.formData?.get("event") === KEEP;
  // The same object while nothing new was refused: the summary takes the focus whenever it is another one.
  const mine = useMemo(() => withUnmet(refused?.values.step === step.event ? refused : null), [refused, step.event]);
  const prefix = `${step.event}-`;
  const open = step.blocked.length === 0;
  return (
    <Form method="post" noValidate preventScrollReset>
      <ErrorSummary refused={mine} prefix={prefix} />
      <input type="hidden" name="expected" value={version} />
      <input type="hidden" name="step" value={step.event} />
      <StepFields step={step} prefix={prefix} refused={mine} open={open} />
      <div className={styles.stepActions}>
        <Button
          type="submit"
          name="event"
          value={step.event}
          variant={step.kind === "exit" && !step.byMeeting ? "filled" : "default"}
          disabled={!open}
          loading={going && !keeping}
        >
          {step.label}
        </Button>
        {step.fields.length > 0 && (
          <Button type="submit" name="event" value={KEEP} variant="subtle" loading={keeping}>
            {text.keep}
          </Button>
        )}
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

type Fields = { step: IssueStep; prefix: string; refused: Refused | null; open: boolean };

/** What is asked: lines that nothing typed here can meet, then the fields, each with its line. One that hangs on a choice shows itself with it. */
function StepFields({ step, prefix, refused, open }: Fields) {
  const { shown, choose } = useChoices(step.fields, refused);
  const lines = judged(step.checklist, refused);
  const others = linesBeside(lines, shown);
  return (
    <>
      {others.length > 0 && <Checklist lines={others} />}
      <FieldList step={step} prefix={prefix} refused={refused} open={open} {...{ shown, choose, lines }} />
    </>
  );
}

type Listed = Fields & {
  shown: readonly StepField[];
  lines: readonly ChecklistLine[];
  choose: (fact: string, word: string) => void;
};

function FieldList({ step, prefix, refused, open, shown, lines, choose }: Listed) {
  if (shown.length === 0 && !(open && step.needsReason)) return null;
  return (
    <div className={styles.stepFields}>
      {shown.map((field) => (
        <FactField
          key={field.fact}
          field={field}
          line={lines.find((line) => line.id === field.line)}
          prefix={prefix}
          refused={refused}
          onChoose={choose}
        />
      ))}
      {open && step.needsReason && (
        <Textarea
          id={`${prefix}reason`}
          name="reason"
          label={text.reasonFor(step.label)}
          description={text.reasonHints[step.event]}
          defaultValue={refused?.values.reason}
          error={refused?.fields.reason}
          rows={2}
        />
      )}
    </div>
  );
}

/** The lines that no field among these says itself. */
export function linesBeside(lines: readonly ChecklistLine[], fields: readonly StepField[]): readonly ChecklistLine[] {
  const said = new Set(fields.map((field) => field.line));
  return lines.filter((line) => !said.has(line.id));
}

const whereToMend = (blocked: readonly ChecklistLine[]): string =>
  [...new Set(blocked.map((line) => text.blockedBy[line.id] ?? ""))].join("");
