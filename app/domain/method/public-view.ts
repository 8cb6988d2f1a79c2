import type { Source } from "#app/domain/source.ts";
import { waysOf } from "./compile.ts";
import type { MethodDefinition, Stage } from "./definition.ts";

/** A method as other programs see it (`GET /api/v1/methods`). */
export interface PublicMethod {
  readonly id: string;
  readonly name: string;
  readonly family: MethodDefinition["family"];
  readonly summary: string;
  readonly stages: readonly PublicStage[];
  /** Where an issue may end. */
  readonly finals: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly Source[];
}

export interface PublicStage {
  readonly id: string;
  readonly name: string;
  readonly kind: Stage["kind"];
  /** Every line asked on any exit, each once. */
  readonly gate: readonly { readonly id: string; readonly text: string; readonly source: Source }[];
  readonly deadline: Stage["deadline"] | null;
  readonly documents: readonly string[];
  readonly exits: readonly { readonly event: string; readonly label: string; readonly to: string }[];
  readonly exceptions: readonly { readonly code: string; readonly label: string; readonly to: string }[];
}

function publicStage(stage: Stage): PublicStage {
  const lines = waysOf(stage)
    .filter((way) => way.kind === "exit" || way.kind === "branch")
    .flatMap((way) => way.gate);
  const gate = new Map(lines.map(({ id, text, source }) => [id, { id, text, source }]));
  return {
    id: stage.id,
    name: stage.name,
    kind: stage.kind,
    gate: [...gate.values()],
    deadline: stage.deadline ?? null,
    documents: stage.documents,
    exits: stage.exits.map(({ event, label, to }) => ({ event, label, to })),
    exceptions: stage.exceptions.map(({ code, label, to }) => ({ code, label, to })),
  };
}

/** The stages that do work and, apart, the ends. */
export function publicMethod(method: MethodDefinition): PublicMethod {
  const { id, name, family, summary, sources } = method;
  return {
    id,
    name,
    family,
    summary,
    stages: method.stages.filter((stage) => !stage.final).map(publicStage),
    finals: method.stages.filter((stage) => stage.final).map((stage) => ({ id: stage.id, name: stage.name })),
    sources,
  };
}
