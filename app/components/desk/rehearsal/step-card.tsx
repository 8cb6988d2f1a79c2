import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { factsIn } from "#app/components/desk/facts-in.ts";
import { StepFields } from "#app/components/desk/step-fields.tsx";
import { valueFor, Wrong } from "#app/domain/issue/fact-value.ts";
import type { Facts, FactValue, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { COMPUTED_FACTS, countersOf } from "#app/domain/method/fact-kind.ts";
import type { NextStep } from "#app/domain/method/step.ts";
import { fieldsOf } from "#app/domain/method/step-fields.ts";
import { issueText } from "#app/text/issues.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";
import styles from "./rehearsal.module.css";

type Props = {
  method: MethodDefinition;
  stage: Stage;
  step: NextStep;
  facts: Facts;
  /** A decision that is not at hand cannot be walked. */
  missing: boolean;
  enter(fact: string, value: FactValue): void;
  take(event: string, reason: string): void;
};

const SEATS = "seatsPresent";

/** One way on as an issue's page asks for it, with what the house counts by itself to be filled in too. */
export function StepCard({ method, stage, step, facts, missing, enter, take }: Props) {
  const id = useId();
  const [reason, setReason] = useState("");
  const { refused, answer } = useAnswers(method, enter);
  const counters = countersOf(method);
  const fillsIn = (fact: string) => fact !== "today" && fact !== "reason" && !counters.has(fact);
  const { fields } = fieldsOf({ method, stage, facts, polls: [], fillsIn }, step);
  const computed = fields.filter((field) => Object.hasOwn(COMPUTED_FACTS, field.fact));
  const ready = step.ready && !missing && (!step.needsReason || reason.trim() !== "");
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === "reason") setReason(value);
    else if (name.startsWith("fact-")) answer(name.slice("fact-".length).split(".")[0] ?? "", event.currentTarget);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) take(step.event, reason);
  };
  return (
    <form className={styles.stepBody} onChange={onChange} onSubmit={onSubmit} noValidate>
      {computed.length > 0 && (
        <p className={styles.hint}>
          {text.computed(computed.map(({ fact, label }) => issueText.facts[fact] ?? label))}
        </p>
      )}
      {fields.some((field) => field.fact === SEATS) && <SeatsField method={method} facts={facts} enter={enter} />}
      <StepFields
        step={{ ...step, fields: fields.filter((field) => field.fact !== SEATS) }}
        prefix={`${id}-`}
        refused={refused}
      />
      {missing && <p className={styles.hint}>{text.missingDecision}</p>}
      <div>
        <Button type="submit" variant={step.kind === "exit" ? "filled" : "default"} disabled={!ready}>
          {step.label}
        </Button>
      </div>
    </form>
  );
}

/** Takes each answer as an issue's command would; what cannot be taken is said at its field and stands for nothing. */
function useAnswers(method: MethodDefinition, enter: Props["enter"]) {
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [values, setValues] = useState<Record<string, string>>({});
  const answer = (fact: string, form: HTMLFormElement) => {
    const data = new FormData(form);
    const others = Object.entries(wrong).filter(([field]) => field.split(".")[0] !== fact);
    setValues(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
    try {
      enter(fact, valueFor(method, fact, factsIn(data)[fact]));
      setWrong(Object.fromEntries(others));
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      enter(fact, undefined);
      const mine = error.problems.map(({ field, message }) => [field, message]);
      setWrong(Object.fromEntries([...others, ...mine]));
    }
  };
  const refused = Object.keys(wrong).length > 0 ? { ok: false as const, message: "", fields: wrong, values } : null;
  return { refused, answer };
}

/** Seats have names, and ids that nobody types. */
function SeatsField({ method, facts, enter }: Pick<Props, "method" | "facts" | "enter">) {
  const taken = facts[SEATS];
  return (
    <Checkbox.Group
      label={issueText.facts[SEATS]}
      defaultValue={Array.isArray(taken) ? taken.map(String) : []}
      onChange={(seats) => enter(SEATS, seats)}
    >
      {method.seats.map((seat) => (
        <Checkbox key={seat.id} value={seat.id} label={seat.name} mt="xs" />
      ))}
    </Checkbox.Group>
  );
}
