import { OWN_SOURCE } from "#app/domain/source.ts";
import { inStage, onward } from "./changes.ts";
import type { Branch, Change, Decision, Draft, Exception, Exit, Stage } from "./draft.ts";
import { changedAt, movedTo, patched, without } from "./draft.ts";
import { freeId, nextFact, nextId } from "./ids.ts";
import { ownNumbers } from "./own-source.ts";

/** Changes to the ways on from a stage: exits, exceptions, reviews side by side, statutory decisions. */

/** Events that are taken in a stage, so that no second way is called the same. */
export const eventsOf = (stage: Stage): string[] => [
  ...stage.exits.map((exit) => exit.event),
  ...stage.exceptions.map((exception) => exception.code),
  ...(stage.branches ?? []).map((branch) => branch.id),
  ...(stage.decisions ?? []).map((decision) => decision.method),
];

/** Another exit. The first of a stage is the plain way on. It leads nowhere until somebody chooses. */
export const addExit = (index: number): Change =>
  inStage(index, (stage, draft) => {
    const event = eventsOf(stage).includes("advance") ? nextId(draft, "exit") : "advance";
    return { ...stage, exits: [...stage.exits, { event, label: "", to: "" }] };
  });
/** Changes an exit; an event that another way of the stage has already is left as it was. */
export const setExit = (index: number, place: number, patch: Partial<Exit>): Change =>
  inStage(index, (stage) => {
    const taken = patch.event !== undefined && stage.exits[place]?.event !== patch.event;
    if (taken && eventsOf(stage).includes(patch.event ?? "")) return stage;
    return patched(stage, { exits: changedAt(stage.exits, place, (exit) => patched(exit, patch)) });
  });
export const removeExit = (index: number, place: number): Change =>
  inStage(index, (stage) => patched(stage, { exits: without(stage.exits, place) }));
export const moveExit = (index: number, from: number, to: number): Change =>
  inStage(index, (stage) => patched(stage, { exits: movedTo(stage.exits, from, to) }));

/** A kind of exception as the built-in methods word it: where it usually leads, and the end that it needs. */
export type ExceptionKit = {
  readonly exception: Exception;
  /** `end`: to an end of its own; `self`: the issue stays; `back`, `on`: to the stage before or after. */
  readonly leads: "end" | "self" | "back" | "on";
  readonly end?: Stage | undefined;
};

/** Allows an exception in a stage. The end that it leads to is added where the method has none. */
export const addException =
  (index: number, { exception, leads, end }: ExceptionKit): Change =>
  (draft) => {
    const stage = draft.stages[index];
    if (!stage || stage.final || eventsOf(stage).includes(exception.code)) return draft;
    const to = leads === "end" && end ? end.id : whither(draft, index, leads);
    const missing = leads === "end" && end && !draft.stages.some((each) => each.id === end.id);
    const stages = changedAt(draft.stages, index, (each) => ({
      ...each,
      exceptions: [...each.exceptions, { ...exception, to }],
    }));
    return { ...draft, stages: missing ? [...stages, end] : stages };
  };

function whither({ stages }: Draft, index: number, leads: ExceptionKit["leads"]): string {
  const here = stages[index];
  const next = here && onward(here);
  const place = leads === "back" ? Math.max(0, index - 1) : index;
  return (leads === "on" && next ? next : stages[place]?.id) ?? "";
}

export const setException = (index: number, place: number, patch: Partial<Omit<Exception, "code">>): Change =>
  inStage(index, (stage) =>
    patched(stage, { exceptions: changedAt(stage.exceptions, place, (each) => patched(each, patch)) }),
  );
export const removeException = (index: number, place: number): Change =>
  inStage(index, (stage) => patched(stage, { exceptions: without(stage.exceptions, place) }));

const newBranch = (draft: Draft, line: string): Branch => ({
  id: nextId(draft, "review"),
  name: "",
  who: "",
  gate: [{ id: nextId(draft, "line"), text: line, fact: nextFact(draft), test: { op: "present" }, source: OWN_SOURCE }],
  source: OWN_SOURCE,
});

/** One more review beside the others; the first time two, since one alone is an ordinary gate. `line`: what each asks at first. */
export const addBranch =
  (index: number, line: string): Change =>
  (draft) => {
    const more = (before: Draft) =>
      inStage(index, (stage, now) => ({ ...stage, branches: [...(stage.branches ?? []), newBranch(now, line)] }))(
        before,
      );
    return draft.stages[index]?.branches ? more(draft) : more(more(draft));
  };
export const setBranch = (index: number, place: number, patch: Partial<Omit<Branch, "id">>): Change =>
  inStage(index, (stage) =>
    stage.branches
      ? patched(stage, { branches: changedAt(stage.branches, place, (each) => patched(each, patch)) })
      : stage,
  );
export const removeBranch = (index: number, place: number): Change =>
  inStage(index, (stage) => {
    const rest = without(stage.branches ?? [], place);
    return patched(stage, { branches: rest.length > 0 ? rest : undefined });
  });

type Words = { label: string; passed: string; failed: string };

/** A statutory decision into which the stage may go on. The first brings the two exits by which it comes back. */
export const addDecision = (index: number, method: string, words: Words): Change =>
  inStage(index, (stage) => {
    if (stage.final || eventsOf(stage).includes(method)) return stage;
    const decisions = [...(stage.decisions ?? []), { method, label: words.label, source: OWN_SOURCE }];
    const comesBack = (["passed", "failed"] as const)
      .filter((after) => !stage.exits.some((exit) => exit.after === after))
      .map((after): Exit => {
        const event = freeId(`decision-${after}`, eventsOf(stage));
        return { event, label: words[after], to: (after === "passed" && onward(stage)) || "", after };
      });
    return { ...stage, decisions, exits: [...stage.exits, ...comesBack] };
  });
export const setDecision = (index: number, place: number, patch: Partial<Omit<Decision, "method">>): Change =>
  inStage(index, (stage) =>
    stage.decisions
      ? patched(stage, {
          decisions: changedAt(stage.decisions, place, (each) => patched(each, ownNumbers(each, patch))),
        })
      : stage,
  );
/** Without its last decision a stage needs no way for one to come back by. */
export const removeDecision = (index: number, place: number): Change =>
  inStage(index, (stage) => {
    const rest = without(stage.decisions ?? [], place);
    if (rest.length > 0) return patched(stage, { decisions: rest });
    return patched(stage, { decisions: undefined, exits: stage.exits.filter((exit) => exit.after === undefined) });
  });
