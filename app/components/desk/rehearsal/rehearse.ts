import { addDays, type CalendarDay } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { factsIntoDecision, factsOutOfDecision, keptFacts } from "#app/domain/issue/entered-facts.ts";
import { beginDecision, comeBack, withWaiting } from "#app/domain/method/decision.ts";
import type { Facts, FactValue, MethodDefinition, MethodSnapshot } from "#app/domain/method/definition.ts";
import { COMPUTED_FACTS } from "#app/domain/method/fact-kind.ts";
import { currentStage, requireWay, startMethod, step } from "#app/domain/method/step.ts";

/** 演练: an imaginary issue walks through a method by the engine's own functions. Nothing here leaves the page. */

/** The method, and the statutory decisions that it may go on into. */
export type Rehearsed = { readonly method: MethodDefinition; readonly decisions: readonly MethodDefinition[] };

export interface Taken {
  readonly day: CalendarDay;
  readonly method: string;
  /** Names of stages. */
  readonly from: string;
  readonly to: string;
  /** What the button said; empty where a decision came back by itself. */
  readonly label: string;
  readonly reason: string;
}

interface Point {
  readonly snapshot: MethodSnapshot;
  readonly facts: Facts;
  readonly today: CalendarDay;
  readonly taken: readonly Taken[];
}

export interface Rehearsal extends Point {
  /** Where “back” leads: as it was before each step and each jump of the calendar. */
  readonly past: readonly Point[];
}

export type RehearsalAct =
  | { readonly type: "enter"; readonly fact: string; readonly value: FactValue }
  | { readonly type: "days"; readonly count: number }
  | { readonly type: "step"; readonly event: string; readonly reason: string }
  | { readonly type: "back" }
  | { readonly type: "anew"; readonly today: CalendarDay };

export function startRehearsal({ method }: Rehearsed, today: CalendarDay): Rehearsal {
  return { snapshot: startMethod(method, today), facts: {}, today, taken: [], past: [] };
}

/** The method that the imaginary issue goes by now: the rehearsed one, or a decision that it went into. */
export function methodNow({ method, decisions }: Rehearsed, snapshot: MethodSnapshot): MethodDefinition {
  const found = [method, ...decisions].find((each) => each.id === snapshot.method);
  if (!found) throw new DomainError("not-found", { method: snapshot.method });
  return found;
}

export const factsNow = ({ facts, today }: Point): Facts => ({ ...facts, today });

const point = ({ snapshot, facts, today, taken }: Rehearsal): Point => ({ snapshot, facts, today, taken });

/** What becomes of a rehearsal by one act. Pure; a step that the engine refuses changes nothing. */
export function rehearse(rehearsed: Rehearsed, now: Rehearsal, act: RehearsalAct): Rehearsal {
  switch (act.type) {
    case "enter":
      return { ...now, facts: { ...now.facts, [act.fact]: act.value } };
    case "days":
      return { ...now, today: addDays(now.today, act.count), past: [...now.past, point(now)] };
    case "back": {
      const before = now.past.at(-1);
      return before ? { ...before, past: now.past.slice(0, -1) } : now;
    }
    case "anew":
      return startRehearsal(rehearsed, act.today);
    case "step":
      return stepped(rehearsed, now, act.event, act.reason);
  }
}

function stepped(rehearsed: Rehearsed, now: Rehearsal, event: string, reason: string): Rehearsal {
  try {
    const after = taken(rehearsed, now, event, reason);
    return { ...broughtBack(rehearsed, after), past: [...now.past, point(now)] };
  } catch (error) {
    if (error instanceof DomainError) return now;
    throw error;
  }
}

/** What the house counts by itself does not go with the stage in which it was entered. */
const counted = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => Object.hasOwn(COMPUTED_FACTS, name)));

const nameOf = (method: MethodDefinition, id: string) => method.stages.find((stage) => stage.id === id)?.name ?? id;

function taken(rehearsed: Rehearsed, now: Rehearsal, type: string, reason: string): Point {
  const { snapshot, facts, today } = now;
  const method = methodNow(rehearsed, snapshot);
  const way = requireWay(currentStage(method, snapshot), type, snapshot.branches);
  const event = { type, reason, facts: factsNow(now) };
  const decision = way.kind === "decision" ? rehearsed.decisions.find((each) => each.id === type) : undefined;
  const result = decision ? beginDecision(method, snapshot, event, decision) : step(method, snapshot, event);
  const kept = decision ? factsIntoDecision(decision, facts) : keptFacts(method, result.move, facts);
  const line: Taken = {
    day: today,
    method: (decision ?? method).name,
    from: nameOf(method, result.move.from),
    to: result.stage.name,
    label: way.label,
    reason: reason.trim(),
  };
  return { snapshot: result.snapshot, facts: { ...kept, ...counted(facts) }, today, taken: [...now.taken, line] };
}

/** A decision that came to its end goes back to the method that waits for it, as often as there is one. */
function broughtBack(rehearsed: Rehearsed, now: Point): Point {
  const { snapshot, facts, today } = now;
  if (!snapshot.outer) return now;
  const [decision, waiting] = [methodNow(rehearsed, snapshot), methodNow(rehearsed, snapshot.outer)];
  const result = comeBack(decision, snapshot, waiting, factsNow(now));
  if (!result) return now;
  const move = { from: snapshot.outer.value, to: result.stage.id, event: result.move.event };
  const behind = withWaiting(snapshot.outer).map((process) => methodNow(rehearsed, process));
  const kept = factsOutOfDecision(decision, behind, keptFacts(waiting, move, facts));
  const line: Taken = {
    day: today,
    method: waiting.name,
    from: nameOf(decision, snapshot.value),
    to: result.stage.name,
    label: "",
    reason: "",
  };
  return broughtBack(rehearsed, {
    snapshot: result.snapshot,
    facts: { ...kept, ...counted(facts) },
    today,
    taken: [...now.taken, line],
  });
}
