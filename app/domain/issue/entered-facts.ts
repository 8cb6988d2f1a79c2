import { DomainError } from "#app/domain/errors.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { ExceptionCode, Facts, FactValue, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import {
  COMPUTED_FACTS,
  factKind,
  factsReadBy,
  isEntered,
  linesIn,
  linesOfMethod,
} from "#app/domain/method/fact-kind.ts";
import { type Problem, valueFor, Wrong } from "./fact-value.ts";

/** Computed, yet accepted from programs that record who said and who came elsewhere; added to what is counted here. */
const TOLD_BY_PROGRAMS = ["statements", "seatsPresent"];
/** Given with the step itself, not kept. */
const REASON = "reason";

const factsRead = (method: MethodDefinition): ReadonlySet<string> => factsReadBy(linesOfMethod(method));

/**
 * What a person or program enters for the gates of a method, normalised by what its lines ask of each fact. An empty text takes a fact
 * back. Throws `invalid-value` {problems} for names that no gate asks, for the issue's own facts and for values of the wrong kind.
 */
export function enteredFacts(method: MethodDefinition, raw: Readonly<Record<string, unknown>>): Facts {
  const read = factsRead(method);
  const facts: Record<string, FactValue> = {};
  const problems: Problem[] = [];
  for (const [name, given] of Object.entries(raw)) {
    if (name === REASON || given === undefined || given === null) continue;
    const field = name;
    if (!read.has(name)) problems.push({ field, message: "没有关口要这一项" });
    else if (!isEntered(method, name) && !TOLD_BY_PROGRAMS.includes(name)) {
      problems.push({
        field,
        message: Object.hasOwn(COMPUTED_FACTS, name) ? "请在议题里修改" : "由系统计数，不能填写",
      });
    } else {
      try {
        facts[name] = valueFor(method, name, given);
      } catch (error) {
        if (!(error instanceof Wrong)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  if (problems.length > 0) throw new DomainError("invalid-value", { problems });
  return facts;
}

/**
 * The facts that stay after a move. Going back, what the stage asks before its next exit and what later stages ask must be established
 * anew, else a second round would pass on the first one's answers; what the stage itself rests on (四要素) stays. Staying in the stage, what
 * that step alone asks (an objection, its answer, the day of an adjournment) goes to the journal and leaves the form, and so do the figures of a
 * vote that is to be held another time.
 */
export function keptFacts(
  method: MethodDefinition,
  move: { from: string; to: string; event: string },
  facts: Facts,
): Facts {
  const place = (id: string) => method.stages.findIndex((stage) => stage.id === id);
  const [from, to] = [place(move.from), place(move.to)];
  const target = method.stages[to];
  if (!target || to > from) return facts;
  const dropped = to === from ? askedOnce(method, target, move.event) : askedAnew(method, to);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !dropped.has(name)));
}

function askedAnew(method: MethodDefinition, to: number): ReadonlySet<string> {
  const base = new Set(method.stages[to]?.gate.map((line) => line.fact));
  const anew = factsReadBy(method.stages.slice(to).flatMap(linesIn));
  return new Set([...anew].filter((fact) => !base.has(fact)));
}

/** Exceptions after which the meeting votes another time: the figures of this round do not stand for the next. */
const ANOTHER_ROUND: readonly string[] = ["postpone", "adjourn", "no-quorum", "reconsider"] satisfies ExceptionCode[];

function askedOnce(method: MethodDefinition, stage: Stage, event: string): ReadonlySet<string> {
  const own = askedOnlyBy(method, stage, event);
  if (!ANOTHER_ROUND.includes(event)) return own;
  const figures = [...factsReadBy(linesIn(stage))].filter((fact) => factKind(method, fact) === "counts");
  return new Set([...own, ...figures]);
}

function askedOnlyBy(method: MethodDefinition, stage: Stage, event: string): ReadonlySet<string> {
  const ways = method.stages.flatMap((each) => waysOf(each).map((way) => ({ way, stage: each })));
  const mine = ways.filter((each) => each.stage === stage && each.way.event === event && each.way.kind !== "branch");
  const others = factsReadBy(ways.filter((each) => !mine.includes(each)).flatMap(({ way }) => way.gate));
  const own = factsReadBy(mine.flatMap(({ way }) => way.gate));
  return new Set([...own].filter((fact) => !others.has(fact)));
}

/** The facts with which a statutory decision begins: what it asks itself is established anew, whatever was said before. */
export function factsIntoDecision(decision: MethodDefinition, facts: Facts): Facts {
  const anew = factsRead(decision);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !anew.has(name)));
}

/**
 * The facts after a decision came back: its own stay on record, save those that a waiting method asks in its own right, be it the one that
 * asked for this decision or one that waits behind that.
 */
export function factsOutOfDecision(
  decision: MethodDefinition,
  waiting: readonly MethodDefinition[],
  facts: Facts,
): Facts {
  const own = factsRead(decision);
  const anew = new Set(waiting.flatMap((method) => [...factsRead(method)]));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !own.has(name) || !anew.has(name)));
}
