import type { JournalEntry } from "#app/domain/journal/chain.ts";
import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import type { Issue } from "#db/stores/issue.ts";

/** One mark of the stage stepper. `passed` the issue went through it, `skipped` it went past it. */
export type StageMark = {
  id: string;
  name: string;
  who: string;
  state: "passed" | "skipped" | "current" | "ahead";
};

/** The method's stages as this issue meets them, and the end it came to, if it did. */
export function stagesOnTheWay(method: MethodDefinition, issue: Issue, entries: JournalEntry[]): StageMark[] {
  const left = stagesLeft(entries);
  const working = method.stages.filter((stage) => !stage.final);
  const end = method.stages.find((stage) => stage.final && stage.id === issue.stage);
  const here = working.findIndex((stage) => stage.id === issue.stage);
  const marks = working.map((stage, place): StageMark => {
    const before = end !== undefined || place < here;
    const state = stage.id === issue.stage ? "current" : !before ? "ahead" : left.has(stage.id) ? "passed" : "skipped";
    return mark(stage, state);
  });
  return end ? [...marks, mark(end, "current")] : marks;
}

const mark = ({ id, name, who }: Stage, state: StageMark["state"]): StageMark => ({ id, name, who, state });

/** Ids of the stages that steps led out of, from the journal. */
function stagesLeft(entries: JournalEntry[]): Set<string> {
  const left = new Set<string>();
  for (const { act, data } of entries) {
    const from = act === "take-step" && isRecord(data) ? data.from : undefined;
    if (typeof from === "string") left.add(from);
  }
  return left;
}

function isRecord(data: JournalEntry["data"]): data is { readonly [key: string]: JournalEntry["data"] } {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
