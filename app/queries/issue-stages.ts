import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import type { MethodDefinition, MethodSnapshot, Stage } from "#app/domain/method/definition.ts";

/** One mark of the stage stepper. `passed` the issue went through it, `skipped` it went past it. */
export type StageMark = {
  id: string;
  name: string;
  who: string;
  state: "passed" | "skipped" | "current" | "ahead";
};

/** The method's stages as this process meets them, and the end it came to, if it did. */
export function stagesOnTheWay(
  method: MethodDefinition,
  process: Pick<MethodSnapshot, "value">,
  entries: JournalEntry[],
): StageMark[] {
  const left = stagesLeft(method.id, entries);
  const working = method.stages.filter((stage) => !stage.final);
  const end = method.stages.find((stage) => stage.final && stage.id === process.value);
  const here = working.findIndex((stage) => stage.id === process.value);
  const marks = working.map((stage, place): StageMark => {
    const before = end !== undefined || place < here;
    const state =
      stage.id === process.value ? "current" : !before ? "ahead" : left.has(stage.id) ? "passed" : "skipped";
    return mark(stage, state);
  });
  return end ? [...marks, mark(end, "current")] : marks;
}

const mark = ({ id, name, who }: Stage, state: StageMark["state"]): StageMark => ({ id, name, who, state });

/**
 * Ids of the stages that steps, or a decision that came back, led out of, from the journal. Entries of earlier editions do not name the
 * method: there was one.
 */
function stagesLeft(methodId: string, entries: JournalEntry[]): Set<string> {
  const left = new Set<string>();
  for (const entry of entries) {
    if (entry.act !== "take-step" && entry.act !== "come-back") continue;
    const { method = methodId, from, to } = dataOf(entry);
    if (typeof from === "string" && from !== to && method === methodId) left.add(from);
  }
  return left;
}
