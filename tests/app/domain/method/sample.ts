import type { GateLine, MethodDefinition, Stage } from "#app/domain/method/definition.ts";

const source = { kind: "default", ref: "样本" } as const;

export const line = (id: string, fact: string, test: GateLine["test"]): GateLine => ({
  id,
  text: `要有${id}`,
  fact,
  test,
  source,
});

export const stage = (id: string, more: Partial<Stage> = {}): Stage => ({
  id,
  name: id,
  kind: more.final ? "final" : "deliberate",
  who: "",
  gate: [],
  exits: [],
  documents: [],
  exceptions: [],
  ...more,
});

export const exit = (event: string, to: string, gate: GateLine[] = []) => ({ event, label: event, to, gate });

/** Two stages and two ends: a stage gate, an exit gate, an exception with a counter that may be used once. */
export function sample(): MethodDefinition {
  return {
    id: "sample",
    name: "样本",
    version: 3,
    family: "deliberation",
    summary: "样本",
    status: "ready",
    voting: "opinion",
    sources: [source],
    seats: [{ id: "chair", name: "主持人", kind: "fixed", source }],
    stages: [
      stage("talk", {
        gate: [line("chair", "seats", { op: "includes-all", value: ["chair"] })],
        exits: [exit("advance", "work", [line("plan", "plan", { op: "present" })]), exit("drop", "dropped")],
      }),
      stage("work", {
        exits: [exit("advance", "done")],
        exceptions: [
          {
            code: "return",
            label: "退回",
            to: "talk",
            gate: [line("once", "returned", { op: "at-most", value: 0 })],
            counts: ["returned"],
          },
        ],
      }),
      stage("done", { final: true }),
      stage("dropped", { final: true }),
    ],
  };
}
