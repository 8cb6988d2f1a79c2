import { Button, Textarea } from "@mantine/core";
import { useId, useState } from "react";
import { Checklist } from "#app/components/desk/checklist.tsx";
import { factLabel } from "#app/components/desk/method-editor/names.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { Facts, FactValue, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { countersOf, factsReadBy } from "#app/domain/method/fact-kind.ts";
import { isAsked } from "#app/domain/method/gate.ts";
import type { NextStep } from "#app/domain/method/step.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import { FactField } from "./fact-field.tsx";
import styles from "./rehearsal.module.css";

type Props = {
  method: MethodDefinition;
  stage: Stage;
  step: NextStep;
  facts: Facts;
  open: boolean;
  /** A decision that is not at hand cannot be walked. */
  missing: boolean;
  enter(fact: string, value: FactValue): void;
  take(event: string, reason: string): void;
};

/** What a person fills in for a step: not the day, not the reason, nothing that a counter says. */
function factsFor(method: MethodDefinition, stage: Stage, step: NextStep, facts: Facts): string[] {
  const way = waysOf(stage).find((each) => each.event === step.event && each.kind === step.kind);
  const counters = countersOf(method);
  const lines = (way?.gate ?? []).filter(
    (line) => line.when === undefined || isAsked(line, facts) || !counters.has(line.when.fact),
  );
  const names = [...factsReadBy(lines)];
  return names.filter((name) => name !== "today" && name !== "reason" && !counters.has(name));
}

/** One way on: what it asks and whether that is there, the fields that answer it, and the button. */
export function StepCard({ method, stage, step, facts, open, missing, enter, take }: Props) {
  const [reason, setReason] = useState("");
  const id = useId();
  const unmet = step.checklist.filter((line) => !line.met).length;
  const names = factsFor(method, stage, step, facts);
  const ready = step.ready && !missing && (!step.needsReason || reason.trim() !== "");
  return (
    <details className={styles.step} open={open || undefined}>
      <summary>
        <span className={styles.stepLabel}>{step.label}</span>
        <span className={styles.stepTo}>→ {step.toName}</span>
        <span className={step.ready ? styles.ready : styles.lacks}>
          {step.ready ? `✔ ${text.ready}` : `○ ${text.lacks(unmet)}`}
        </span>
      </summary>
      <div className={styles.stepBody}>
        {step.checklist.length > 0 && <Checklist lines={step.checklist} />}
        {names.map((name) => (
          <FactField
            key={name}
            method={method}
            fact={name}
            id={`${id}-${name}`}
            label={factLabel(method, name)}
            value={facts[name]}
            enter={(value) => enter(name, value)}
          />
        ))}
        {step.needsReason && (
          <Textarea
            label={text.reason(step.label)}
            rows={2}
            autosize={false}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        {missing && <p className={styles.hint}>{text.missingDecision}</p>}
        <div>
          <Button
            variant={step.kind === "exit" ? "filled" : "default"}
            disabled={!ready}
            onClick={() => take(step.event, reason)}
          >
            {step.label}
          </Button>
        </div>
      </div>
    </details>
  );
}
