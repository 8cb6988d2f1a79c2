import { Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { Checklist } from "#app/components/desk/checklist.tsx";
import { FactField } from "#app/components/desk/fact-field.tsx";
import { linesBeside } from "#app/components/desk/issue-step.tsx";
import { useChoices } from "#app/components/desk/use-choices.ts";
import { issueText } from "#app/text/issues.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./outcome.module.css";
import type { ItemView, OnwardStep } from "./types.ts";

type Props = { item: ItemView; errors: Record<string, string>; values: Record<string, string> };

/** Which step of the issue's own method the meeting takes, and what that step asks. */
export function OnwardFields({ item, errors, values }: Props) {
  const steps = item.issue?.onward ?? [];
  const [event, setEvent] = useState(values.event ?? (steps.length === 1 ? (steps[0]?.event ?? "") : ""));
  const step = steps.find((each) => each.event === event);
  return (
    <>
      <Radio.Group
        name="event"
        label={text.outcome.onwardStep(item.issue?.methodName ?? "")}
        value={event}
        onChange={setEvent}
        error={errors.event}
      >
        <div className={styles.radios}>
          {steps.map((each) => (
            <Radio key={each.event} value={each.event} label={`${each.label} → ${each.toName}`} />
          ))}
        </div>
      </Radio.Group>
      {step && <StepFacts key={step.event} step={step} errors={errors} values={values} />}
    </>
  );
}

function StepFacts({
  step,
  errors,
  values,
}: {
  step: OnwardStep;
  errors: Record<string, string>;
  values: Record<string, string>;
}) {
  const refused = Object.keys(values).length > 0 ? { ok: false as const, message: "", fields: errors, values } : null;
  const { shown, choose } = useChoices(step.fields, refused);
  const others = linesBeside(step.checklist, shown);
  return (
    <>
      {others.length > 0 && <Checklist lines={others} />}
      {shown.map((field) => (
        <FactField
          key={field.fact}
          field={field}
          line={step.checklist.find((line) => line.id === field.line)}
          prefix={`onward-${step.event}-`}
          refused={refused}
          onChoose={choose}
        />
      ))}
      {step.needsReason && (
        <Textarea
          name="reason"
          label={issueText.reasonFor(step.label)}
          defaultValue={values.reason}
          error={errors.reason}
        />
      )}
    </>
  );
}
