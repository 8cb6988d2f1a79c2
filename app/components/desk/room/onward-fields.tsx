import { Radio } from "@mantine/core";
import { useState } from "react";
import { StepFields } from "#app/components/desk/step-fields.tsx";
import { roomText as text } from "#app/text/room.ts";
import styles from "./outcome.module.css";
import type { ItemView } from "./types.ts";

type Props = { item: ItemView; errors: Record<string, string>; values: Record<string, string> };

/** Which step of the issue's own method the meeting takes, and what that step asks. */
export function OnwardFields({ item, errors, values }: Props) {
  const steps = item.issue?.onward ?? [];
  const [event, setEvent] = useState(values.event ?? (steps.length === 1 ? (steps[0]?.event ?? "") : ""));
  const step = steps.find((each) => each.event === event);
  const refused = Object.keys(values).length > 0 ? { ok: false as const, message: "", fields: errors, values } : null;
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
      {step && <StepFields key={step.event} step={step} prefix={`onward-${step.event}-`} refused={refused} />}
    </>
  );
}
