import { isCalendarDay } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { Facts, FactValue, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import {
  COMPUTED_FACTS,
  choicesOf,
  factKind,
  factsReadBy,
  isEntered,
  linesIn,
  linesOfMethod,
} from "#app/domain/method/fact-kind.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { parseCounts } from "#app/domain/rule/counts.ts";
import { RATINGS } from "./facts.ts";

type Problem = { field: string; message: string };

/** Computed, yet accepted from programs that record who said and who came elsewhere; added to what is counted here. */
const TOLD_BY_PROGRAMS = ["statements", "seatsPresent"];
/** Given with the step itself, not kept. */
const REASON = "reason";
const LONGEST = 2000;
const MOST_MEMBERS = 300;

class Wrong extends Error {
  constructor(readonly problems: Problem[]) {
    super("wrong fact");
  }
}

function wrong(field: string, message: string): never {
  throw new Wrong([{ field, message }]);
}

function textIn(fact: string, raw: unknown): string {
  if (typeof raw !== "string" && typeof raw !== "number") wrong(fact, "要填文字");
  const text = cleanText(String(raw), { multiline: true });
  if (text.length > LONGEST) wrong(fact, `最多 ${LONGEST} 个字`);
  if (fact === "rating" && text !== "" && !RATINGS.some((each) => each === text)) wrong(fact, "没有这个评价");
  return text;
}

function numberIn(fact: string, raw: unknown): number {
  const number = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0) return number;
  return wrong(fact, "要填不小于 0 的整数");
}

/** One member a line, or a list; each once, empty ones left out. */
function listIn(fact: string, raw: unknown): string[] {
  const given = typeof raw === "string" ? raw.split("\n") : raw;
  if (!Array.isArray(given)) return wrong(fact, "要填一个列表");
  const members = [...new Set(given.map((each) => cleanText(String(each))).filter((each) => each !== ""))];
  if (members.length > MOST_MEMBERS) wrong(fact, `最多 ${MOST_MEMBERS} 项`);
  return members;
}

function choiceIn(method: MethodDefinition, fact: string, raw: unknown): string {
  const word = textIn(fact, raw);
  if (word !== "" && !choicesOf(method, fact).includes(word)) wrong(fact, "没有这个选项");
  return word;
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Figures as typed become numbers, empty ones are left out; areas and further counts lie one level down. */
function figuresIn(raw: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(raw).filter(([, value]) => value !== "" && value !== undefined && value !== null);
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (isRecord(value)) return [name, figuresIn(value)];
      return [name, typeof value === "string" ? Number(value.trim()) : value];
    }),
  );
}

function countsIn(fact: string, raw: unknown): FactValue {
  if (!isRecord(raw)) return wrong(fact, "要填票数");
  const figures = figuresIn(raw);
  // Nothing filled in is no vote at all, not one without figures.
  if (Object.keys(figures).length === 0) return null;
  try {
    return parseCounts(figures);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problems = [] } = (error.details ?? {}) as { problems?: Problem[] };
    throw new Wrong(problems.map(({ field, message }) => ({ field: `${fact}.${field}`, message })));
  }
}

function valueFor(method: MethodDefinition, fact: string, raw: unknown): FactValue {
  switch (factKind(method, fact)) {
    case "yes":
      return raw === true || raw === "true" || raw === "on";
    case "day":
      if (raw === "") return "";
      return typeof raw === "string" && isCalendarDay(raw) ? raw : wrong(fact, "要填真实的日期，如 2026-11-25");
    case "number":
      return raw === "" ? null : numberIn(fact, raw);
    case "list":
      return listIn(fact, raw);
    case "choice":
      return choiceIn(method, fact, raw);
    case "counts":
      return countsIn(fact, raw);
    case "text":
      return textIn(fact, raw);
  }
}

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
 * that step alone asks (an objection, its answer, the day of an adjournment) goes to the journal and leaves the form.
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
  const dropped = to === from ? askedOnlyBy(method, target, move.event) : askedAnew(method, to);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !dropped.has(name)));
}

function askedAnew(method: MethodDefinition, to: number): ReadonlySet<string> {
  const base = new Set(method.stages[to]?.gate.map((line) => line.fact));
  const anew = factsReadBy(method.stages.slice(to).flatMap(linesIn));
  return new Set([...anew].filter((fact) => !base.has(fact)));
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

/** The facts after a decision came back: its own stay on record, save those that the waiting method asks in its own right. */
export function factsOutOfDecision(decision: MethodDefinition, outer: MethodDefinition, facts: Facts): Facts {
  const [own, anew] = [factsRead(decision), factsRead(outer)];
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !own.has(name) || !anew.has(name)));
}
