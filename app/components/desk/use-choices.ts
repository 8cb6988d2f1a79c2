import { useState } from "react";
import type { Refused } from "./error-summary.tsx";
import type { StepField } from "./fact-field.tsx";

/** The fields of a step as far as the choices made in it let them be asked; one that hangs on a choice shows itself when that is made. */
export function useChoices(fields: readonly StepField[], refused: Refused | null) {
  const before = fields.map(({ fact, value }) => [fact, refused?.values[`fact-${fact}`] ?? value] as const);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(Object.fromEntries(before));
  const asked = ({ when }: StepField) =>
    !when || !(when.fact in chosen) || when.words.includes(chosen[when.fact] ?? "");
  return {
    shown: fields.filter(asked),
    choose: (fact: string, word: string) => setChosen((now) => ({ ...now, [fact]: word })),
  };
}
