import type { ChecklistLine } from "#app/domain/method/definition.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Refused } from "./error-summary.tsx";

/** The lines that a gate found unmet with what was typed; none where something else was refused. */
function unmetLines(refused: Refused | null): readonly ChecklistLine[] {
  const { unmet } = (refused?.details ?? {}) as { unmet?: readonly ChecklistLine[] };
  return unmet ?? [];
}

/** A gate's refusal names what is missing, as it was judged with what was typed. */
export function withUnmet(refused: Refused | null): Refused | null {
  const lines = unmetLines(refused);
  return refused && lines.length > 0 ? { ...refused, message: text.refusedBy(lines) } : refused;
}

/** The checklist as the refusal left it: what was typed counts, though it is not kept. */
export function judged(lines: readonly ChecklistLine[], refused: Refused | null): readonly ChecklistLine[] {
  const unmet = unmetLines(refused);
  if (unmet.length === 0) return lines;
  const known = new Set(lines.map((line) => line.id));
  // What was said about a line before it held would now say the contrary.
  const holds = (line: ChecklistLine) => (line.met ? line : { ...line, met: true, detail: "" });
  const now = lines.map((line) => unmet.find(({ id }) => id === line.id) ?? holds(line));
  return [...now, ...unmet.filter((line) => !known.has(line.id))];
}
