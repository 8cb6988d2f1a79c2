import { OWN_SOURCE } from "#app/domain/source.ts";
import type { Change, Draft, Seat, Source, Stage, StageDeadline } from "./draft.ts";
import { changedAt, movedTo, patched, without } from "./draft.ts";
import { nextId } from "./ids.ts";
import { ownNumbers } from "./own-source.ts";

/** Changes to a method's head, seats and stages. Places are those in the data, from 0; ways and gates have files of their own. */

type Head = Pick<Draft, "name" | "family" | "summary" | "status" | "note" | "voting" | "calendar" | "reportBackFirst">;

export const setHead =
  (patch: Partial<Head>): Change =>
  (draft) =>
    patched(draft, patch);

export const addSource =
  (source: Source = OWN_SOURCE): Change =>
  (draft) => ({ ...draft, sources: [...draft.sources, source] });
export const setSource =
  (index: number, source: Source): Change =>
  (draft) =>
    patched(draft, { sources: changedAt(draft.sources, index, (each) => patched(each, source)) });
export const removeSource =
  (index: number): Change =>
  (draft) =>
    patched(draft, { sources: without(draft.sources, index) });

export const addSeat = (): Change => (draft) => {
  const seat: Seat = { id: nextId(draft, "seat"), name: "", kind: "fixed", min: 1, source: OWN_SOURCE };
  return { ...draft, seats: [...draft.seats, seat] };
};
export const setSeat =
  (index: number, patch: Partial<Seat>): Change =>
  (draft) =>
    patched(draft, { seats: changedAt(draft.seats, index, (seat) => patched(seat, ownNumbers(seat, patch))) });
export const moveSeat =
  (from: number, to: number): Change =>
  (draft) =>
    patched(draft, { seats: movedTo(draft.seats, from, to) });

/** Takes a seat away, and out of every gate line that counts seats. */
export const removeSeat =
  (index: number): Change =>
  (draft) => {
    const seat = draft.seats[index];
    if (!seat) return draft;
    const seats = without(draft.seats, index);
    const stages = draft.stages.map((stage) => withGates(stage, (lines) => lines.map(withoutSeat(seat.id))));
    return { ...draft, seats, stages };
  };

type Line = Stage["gate"][number];

const withoutSeat =
  (id: string) =>
  (line: Line): Line => {
    const { fact, test } = line;
    if (fact !== "seatsPresent" || (test.op !== "includes-all" && test.op !== "includes-some")) return line;
    return { ...line, test: { ...test, value: test.value.filter((each) => each !== id) } };
  };

/** The stage with every gate of its own and of its ways changed alike. */
export function withGates(stage: Stage, change: (lines: Line[]) => Line[]): Stage {
  const inWays = <Way extends { gate?: Line[] | undefined }>(ways: Way[]): Way[] =>
    ways.map((way) => (way.gate ? { ...way, gate: change(way.gate) } : way));
  return patched(stage, {
    gate: change(stage.gate),
    exits: inWays(stage.exits),
    exceptions: inWays(stage.exceptions),
    ...(stage.branches ? { branches: inWays(stage.branches) } : {}),
    ...(stage.decisions ? { decisions: inWays(stage.decisions) } : {}),
  });
}

/** The stage at a place, changed. */
export const inStage =
  (index: number, change: (stage: Stage, draft: Draft) => Stage): Change =>
  (draft) =>
    patched(draft, { stages: changedAt(draft.stages, index, (stage) => change(stage, draft)) });

export const setStage = (index: number, patch: Partial<Stage>): Change =>
  inStage(index, (stage) => patched(stage, patch));

/** Where the plain way on from a stage leads. */
export const onward = (stage: Stage): string | undefined =>
  (stage.exits.find((exit) => exit.event === "advance") ?? stage.exits[0])?.to;

/** Stages that do work stand before the ends. */
export const lastWorking = (draft: Draft): number => {
  const end = draft.stages.findIndex((stage) => stage.final === true);
  return (end < 0 ? draft.stages.length : end) - 1;
};

/** A new stage after the one at `after` (or before all, at -1), put into the plain way on: what came next comes after it. */
export const addStage =
  (after: number, label: string): Change =>
  (draft) => {
    const before = draft.stages[after];
    const id = nextId(draft, "stage");
    const to = (before ? onward(before) : draft.stages[0]?.id) ?? "";
    const stage: Stage = {
      id,
      name: "",
      kind: "deliberate",
      who: "",
      gate: [],
      exits: [{ event: "advance", label, to }],
      documents: [],
      exceptions: [],
      source: OWN_SOURCE,
    };
    const stages = before ? changedAt(draft.stages, after, (each) => leadingOn(each, id)) : draft.stages;
    const place = Math.min(Math.max(after + 1, 0), stages.length);
    return { ...draft, stages: [...stages.slice(0, place), stage, ...stages.slice(place)] };
  };

function leadingOn(stage: Stage, to: string): Stage {
  const main = Math.max(
    0,
    stage.exits.findIndex((exit) => exit.event === "advance"),
  );
  return { ...stage, exits: changedAt(stage.exits, main, (exit) => ({ ...exit, to })) };
}

/** An end, after all other stages. */
export const addEnd = (): Change => (draft) => {
  const stage: Stage = {
    id: nextId(draft, "stage"),
    name: "",
    kind: "final",
    who: "",
    gate: [],
    exits: [],
    documents: [],
    exceptions: [],
    final: true,
  };
  return { ...draft, stages: [...draft.stages, stage] };
};

/** Ways that lead to the stage at a place, from others. */
export function waysInto(draft: Draft, index: number): { stage: Stage; label: string }[] {
  const id = draft.stages[index]?.id;
  return draft.stages
    .filter((stage) => stage.id !== id)
    .flatMap((stage) =>
      [...stage.exits, ...stage.exceptions].filter((way) => way.to === id).map(({ label }) => ({ stage, label })),
    );
}

/** Where the ways into a stage lead when it is removed: where it led on itself; undefined where that is nowhere else. */
export function heirOf(draft: Draft, index: number): Stage | undefined {
  const stage = draft.stages[index];
  const to = stage && onward(stage);
  return draft.stages.find((each) => each.id === to && each.id !== stage?.id);
}

/** Takes a stage out; ways that led to it lead on to its heir, or stay as they are for the person to choose. */
export const removeStage =
  (index: number): Change =>
  (draft) => {
    const stage = draft.stages[index];
    if (!stage) return draft;
    const heir = heirOf(draft, index);
    const rest = without(draft.stages, index);
    if (!heir) return { ...draft, stages: rest };
    const lead = <Way extends { to: string }>(way: Way): Way => (way.to === stage.id ? { ...way, to: heir.id } : way);
    const stages = rest.map((each) => ({
      ...each,
      exits: each.exits.map(lead),
      exceptions: each.exceptions.map(lead),
    }));
    return { ...draft, stages };
  };

export const moveStage =
  (from: number, to: number): Change =>
  (draft) =>
    patched(draft, { stages: movedTo(draft.stages, from, to) });

/** A period for a stage, or none. */
export const setDeadline = (index: number, patch: Partial<StageDeadline> | null): Change =>
  inStage(index, (stage) => {
    if (patch === null) return patched(stage, { deadline: undefined });
    const deadline: StageDeadline = stage.deadline ?? { text: "", days: 7, kind: "calendar", source: OWN_SOURCE };
    return patched(stage, { deadline: patched(deadline, ownNumbers(deadline, patch)) });
  });
