import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { useMemo } from "react";
import type { ChecklistLine } from "#app/domain/method/definition.ts";
import type { Pass, Quorum } from "#app/domain/rule/types.ts";
import { issueText as text } from "#app/text/issues.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { withUnmet } from "./gate-refusal.ts";
import styles from "./issue.module.css";
import { type AskingStep, StepFields } from "./step-fields.tsx";

export type IssueStep = AskingStep & {
  kind: "exit" | "exception" | "branch" | "decision";
  toName: string;
  /** Lines that no field of this step can meet. */
  blocked: readonly ChecklistLine[];
  /** The meeting takes this step by itself when it comes to the issue. */
  byMeeting: boolean;
  /** The thresholds of the decision that it leads into. */
  rules: readonly { name: string; quorum: Quorum | null; pass: Pass }[];
};

type Props = { step: IssueStep; version: number; refused: Refused | null };

/** The name of the button that keeps what was filled in without taking the step; no step of a method can be called so. */
export const KEEP = ":keep";

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
      <StepFields step={step} prefix={prefix} refused={mine} withReason={open} />
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

const whereToMend = (blocked: readonly ChecklistLine[]): string =>
  [...new Set(blocked.map((line) => text.blockedBy[line.id] ?? ""))].join("");
