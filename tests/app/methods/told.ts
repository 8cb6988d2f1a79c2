import { waysOf } from "#app/domain/method/compile.ts";
import type { Facts, FactValue, MethodDefinition, MethodSnapshot } from "#app/domain/method/definition.ts";
import { requireStage, step } from "#app/domain/method/step.ts";
import type { Source } from "#app/domain/source.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { at, openingFacts } from "./solve.ts";

type Given = Readonly<Record<string, FactValue>>;

/** Facts that open the way, with these instead of what was solved. */
export function opened(method: MethodDefinition, stageId: string, event: string, given: Given = {}): Facts {
  const way = waysOf(requireStage(method, stageId)).find((each) => each.event === event);
  return { ...openingFacts(method, way?.gate ?? []), ...given };
}

/** Where the event leads with the facts it asks, some of them given otherwise; or the ids of the lines that are not met. */
export function tried(method: MethodDefinition, stageId: string, event: string, given: Given = {}): string | string[] {
  const facts = opened(method, stageId, event, given);
  const here: MethodSnapshot = at(method, requireStage(method, stageId), facts);
  let to = "";
  const refused = refusal(() => {
    to = step(method, here, { type: event, reason: "有理由", facts }).stage.id;
  });
  if (!refused) return to;
  const { unmet } = (refused.details ?? {}) as { unmet?: { id: string }[] };
  return unmet ? unmet.map((line) => line.id) : [refused.word];
}

const marked = (kind: Source["kind"], method: MethodDefinition): string[] => {
  const told = (what: string, source: Source | undefined) =>
    source?.kind === kind ? [`${what} ${source.ref}${source.article ?? ""}`] : [];
  return method.stages.flatMap((stage) => [
    ...told(stage.id, stage.source),
    ...told(`${stage.id}/deadline`, stage.deadline?.source),
    ...(stage.decisions ?? []).flatMap((each) => told(`${stage.id}/${each.method}`, each.source)),
    ...[...stage.exits, ...stage.exceptions].flatMap((way) =>
      told(`${stage.id}/${"event" in way ? way.event : way.code}`, way.source),
    ),
    ...waysOf(stage).flatMap((way) => way.gate.flatMap((line) => told(`${stage.id}/${line.id}`, line.source))),
  ]);
};

/** Everything that the method calls law, each once: “stage/line 《…》第n条”. Whatever is not in this list must not be. */
export const calledLaw = (method: MethodDefinition): string[] => [...new Set(marked("law", method))].sort();
/** The same for what is published practice elsewhere. */
export const calledPublic = (method: MethodDefinition): string[] => [...new Set(marked("public", method))].sort();
