import { isCalendarDay } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Facts, FactValue, GateLine, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { type IssueFacts, RATINGS } from "./facts.ts";

type Problem = { field: string; message: string };

/** Read from the issue itself, never entered beside it: to change them, edit the issue. */
const OWN_FACTS: readonly (keyof IssueFacts)[] = ["title", "place", "category"];
/** Given with the step itself, not kept. */
const REASON = "reason";
const LONGEST = 2000;

/** Every line that guards a way out of a stage. */
function linesOf(stage: Stage): GateLine[] {
  return [...stage.gate, ...[...stage.exits, ...stage.exceptions].flatMap((way) => way.gate ?? [])];
}

function valueFor(line: GateLine, raw: unknown): FactValue | Problem {
  const wrong = (message: string): Problem => ({ field: line.fact, message });
  switch (line.test.op) {
    case "is-true":
      return raw === true || raw === "true" || raw === "on";
    case "is-day":
      return typeof raw === "string" && isCalendarDay(raw) ? raw : wrong("要填真实的日期，如 2026-11-25");
    case "at-least":
    case "at-most": {
      const number = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
      return typeof number === "number" && Number.isSafeInteger(number) && number >= 0
        ? number
        : wrong("要填不小于 0 的整数");
    }
    case "includes-all":
      return Array.isArray(raw) && raw.length <= 100
        ? raw.map((each) => cleanText(String(each)))
        : wrong("要填一个列表");
    default:
      return textFor(line, raw);
  }
}

function textFor(line: GateLine, raw: unknown): FactValue | Problem {
  const wrong = (message: string): Problem => ({ field: line.fact, message });
  if (typeof raw !== "string" && typeof raw !== "number") return wrong("要填文字");
  const text = cleanText(String(raw), { multiline: true });
  if (text.length > LONGEST) return wrong(`最多 ${LONGEST} 个字`);
  if (line.fact === "rating" && text !== "" && !RATINGS.some((each) => each === text)) return wrong("没有这个评价");
  return text;
}

const isProblem = (value: FactValue | Problem): value is Problem =>
  typeof value === "object" && value !== null && "field" in value;

/**
 * What a person or program enters for the gates of a method, normalised by the test of the line that asks it. An empty text takes a
 * fact back. Throws `invalid-value` {problems} for names that no gate asks, for the issue's own facts and for values of the wrong kind.
 */
export function enteredFacts(method: MethodDefinition, raw: Readonly<Record<string, unknown>>): Facts {
  const asked = new Map(method.stages.flatMap(linesOf).map((line) => [line.fact, line]));
  const facts: Record<string, FactValue> = {};
  const problems: Problem[] = [];
  for (const [name, given] of Object.entries(raw)) {
    const line = asked.get(name);
    if (name === REASON || given === undefined || given === null) continue;
    if (!line || OWN_FACTS.some((own) => own === name)) {
      problems.push({ field: name, message: line ? "请在议题里修改" : "没有关口要这一项" });
      continue;
    }
    const value = valueFor(line, given);
    if (isProblem(value)) problems.push(value);
    else facts[name] = value;
  }
  if (problems.length > 0) throw new DomainError("invalid-value", { problems });
  return facts;
}

/**
 * The facts that stay after a move. Going back, what the stage asks before its next exit and what later stages ask must be established
 * anew, else a second round would pass on the first one's answers; what the stage itself rests on (四要素) stays.
 */
export function keptFacts(method: MethodDefinition, move: { from: string; to: string }, facts: Facts): Facts {
  const place = (id: string) => method.stages.findIndex((stage) => stage.id === id);
  const [from, to] = [place(move.from), place(move.to)];
  const target = method.stages[to];
  if (!target || to >= from) return facts;
  const base = new Set(target.gate.map((line) => line.fact));
  const anew = [target, ...method.stages.slice(to + 1)].flatMap(linesOf).map((line) => line.fact);
  const dropped = new Set(anew.filter((fact) => !base.has(fact)));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !dropped.has(name)));
}
