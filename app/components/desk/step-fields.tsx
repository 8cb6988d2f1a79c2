import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { ChecklistLine } from "#app/domain/method/definition.ts";
import type { StepField } from "#app/domain/method/step-fields.ts";
import { issueText as text } from "#app/text/issues.ts";
import { Checklist } from "./checklist.tsx";
import type { Refused } from "./error-summary.tsx";
import { FactField } from "./fact-field.tsx";
import { judged } from "./gate-refusal.ts";
import styles from "./issue.module.css";

export type AskingStep = {
  event: string;
  label: string;
  checklist: readonly ChecklistLine[];
  needsReason: boolean;
  fields: readonly StepField[];
};

type Props = { step: AskingStep; prefix: string; refused: Refused | null; withReason?: boolean };

/**
 * What a step asks, on an issue's page, in the meeting and in a rehearsal alike: lines that nothing typed here can meet, then the fields,
 * each with its line, then the reason. A field that hangs on a choice shows itself with it.
 */
export function StepFields({ step, prefix, refused, withReason = true }: Props) {
  const { shown, choose } = useChoices(step.fields, refused);
  const lines = judged(step.checklist, refused);
  const said = new Set(shown.map((field) => field.line));
  const others = lines.filter((line) => !said.has(line.id));
  const asksReason = withReason && step.needsReason;
  return (
    <>
      {others.length > 0 && <Checklist lines={others} />}
      {(shown.length > 0 || asksReason) && (
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
          {asksReason && (
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
      )}
    </>
  );
}

/** The fields of a step as far as the choices made in it let them be asked; one that hangs on a choice shows itself when that is made. */
function useChoices(fields: readonly StepField[], refused: Refused | null) {
  const before = fields.map(({ fact, value }) => [fact, refused?.values[`fact-${fact}`] ?? value] as const);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(Object.fromEntries(before));
  const asked = ({ when }: StepField) =>
    !when || !(when.fact in chosen) || when.words.includes(chosen[when.fact] ?? "");
  return {
    shown: fields.filter(asked),
    choose: (fact: string, word: string) => setChosen((now) => ({ ...now, [fact]: word })),
  };
}
