import type { Source } from "#app/domain/source.ts";
import { waysOf } from "./compile.ts";
import type { GateLine, MethodDefinition, Stage } from "./definition.ts";
import { type FactKind, factKind } from "./fact-kind.ts";

/** A method as other programs see it (`GET /api/v1/methods`). */
export interface PublicMethod {
  readonly id: string;
  readonly name: string;
  readonly family: MethodDefinition["family"];
  readonly version: number;
  readonly summary: string;
  readonly status: MethodDefinition["status"];
  /** What must be known before it is used. */
  readonly note: string | null;
  readonly voting: MethodDefinition["voting"];
  readonly calendar: MethodDefinition["calendar"] | null;
  readonly stages: readonly PublicStage[];
  /** Where an issue may end. */
  readonly finals: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly Source[];
}

/** A line of a gate: which fact it reads, how that is filled in, how it is judged, and when it is asked at all. */
export type PublicLine = Pick<GateLine, "id" | "text" | "fact" | "test" | "source"> & {
  readonly kind: FactKind;
  readonly when: NonNullable<GateLine["when"]> | null;
};

export interface PublicStage {
  readonly id: string;
  readonly name: string;
  readonly kind: Stage["kind"];
  /** Every line asked on any exit, each once. */
  readonly gate: readonly PublicLine[];
  readonly deadline: Stage["deadline"] | null;
  readonly documents: readonly string[];
  readonly exits: readonly { readonly event: string; readonly label: string; readonly to: string }[];
  readonly exceptions: readonly { readonly code: string; readonly label: string; readonly to: string }[];
  /** Reviews that run side by side; each is handed in by an event of its id. */
  readonly branches: readonly { readonly id: string; readonly name: string; readonly who: string }[];
  /** Statutory decisions that the stage may go on into, each by an event of its method's id. */
  readonly decisions: readonly { readonly method: string; readonly label: string; readonly source: Source }[];
}

function publicStage(method: MethodDefinition, stage: Stage): PublicStage {
  const lines = waysOf(stage)
    .filter((way) => way.kind === "exit" || way.kind === "branch")
    .flatMap((way) => way.gate);
  const gate = new Map(lines.map((line) => [line.id, publicLine(method, line)]));
  return {
    id: stage.id,
    name: stage.name,
    kind: stage.kind,
    gate: [...gate.values()],
    deadline: stage.deadline ?? null,
    documents: stage.documents,
    exits: stage.exits.map(({ event, label, to }) => ({ event, label, to })),
    exceptions: stage.exceptions.map(({ code, label, to }) => ({ code, label, to })),
    branches: (stage.branches ?? []).map(({ id, name, who }) => ({ id, name, who })),
    decisions: (stage.decisions ?? []).map(({ method, label, source }) => ({ method, label, source })),
  };
}

function publicLine(method: MethodDefinition, { id, text, fact, test, when, source }: GateLine): PublicLine {
  return { id, text, fact, kind: factKind(method, fact), test, when: when ?? null, source };
}

/** The stages that do work and, apart, the ends. */
export function publicMethod(method: MethodDefinition): PublicMethod {
  const { id, name, version, family, summary, status, note = null, voting, calendar = null, sources } = method;
  return {
    ...{ id, name, version, family, summary, status, note, voting, calendar },
    stages: method.stages.filter((stage) => !stage.final).map((stage) => publicStage(method, stage)),
    finals: method.stages.filter((stage) => stage.final).map((stage) => ({ id: stage.id, name: stage.name })),
    sources,
  };
}
