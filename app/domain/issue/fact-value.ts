import { isLikelyDay } from "#app/domain/calendar/day-schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { FactValue, MethodDefinition } from "#app/domain/method/definition.ts";
import { choicesOf, factKind } from "#app/domain/method/fact-kind.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { parseCounts } from "#app/domain/rule/counts.ts";
import { RATINGS } from "./facts.ts";

export type Problem = { field: string; message: string };

/** 我方默认. What is entered goes into the journal for good, with each step that rests on it again: none of it may be a book. */
const LONGEST = 2000;
const LONGEST_MEMBER = 500;
const MOST_MEMBERS = 300;
const MOST_FURTHER_COUNTS = 20;
const LONGEST_COUNT_NAME = 40;

/** A value of the wrong kind, with its place in the form. */
export class Wrong extends Error {
  constructor(readonly problems: Problem[]) {
    super("wrong fact");
  }
}

function wrong(field: string, message: string): never {
  throw new Wrong([{ field, message }]);
}

const isWord = (raw: unknown): raw is string | number => typeof raw === "string" || typeof raw === "number";

function textIn(fact: string, raw: unknown): string {
  if (!isWord(raw)) wrong(fact, "要填文字");
  const text = cleanText(String(raw), { multiline: true });
  if (text.length > LONGEST) wrong(fact, `最多 ${LONGEST} 个字`);
  if (fact === "rating" && text !== "" && !RATINGS.some((each) => each === text)) wrong(fact, "没有这个评价");
  return text;
}

function dayIn(fact: string, raw: unknown): string {
  if (raw === "" || (typeof raw === "string" && isLikelyDay(raw))) return raw;
  return wrong(fact, "要填真实的日期，如 2026-11-25");
}

/** Null where the field was left empty. */
function numberIn(fact: string, raw: unknown): number | null {
  if (isBlank(raw)) return null;
  const number = typeof raw === "string" ? Number(raw) : raw;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0) return number;
  return wrong(fact, "要填不小于 0 的整数");
}

/** One member a line, or a list; each once, empty ones left out. */
function listIn(fact: string, raw: unknown): string[] {
  const given: unknown = typeof raw === "string" ? raw.split("\n") : raw;
  if (!Array.isArray(given) || !given.every(isWord)) return wrong(fact, "要填一个列表，一项一行");
  const members = [...new Set(given.map((each) => cleanText(String(each))).filter((each) => each !== ""))];
  if (members.length > MOST_MEMBERS) wrong(fact, `最多 ${MOST_MEMBERS} 项`);
  if (members.some((each) => each.length > LONGEST_MEMBER)) wrong(fact, `每项最多 ${LONGEST_MEMBER} 个字`);
  return members;
}

function choiceIn(method: MethodDefinition, fact: string, raw: unknown): string {
  const word = textIn(fact, raw);
  if (word !== "" && !choicesOf(method, fact).includes(word)) wrong(fact, "没有这个选项");
  return word;
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

const isBlank = (raw: unknown): boolean => typeof raw === "string" && raw.trim() === "";

/** Figures as typed become numbers, empty ones are left out; areas and further counts lie one level down, nothing deeper. */
function figuresIn(fact: string, raw: Record<string, unknown>, inner = false): Record<string, unknown> {
  const given = Object.entries(raw).filter(([, value]) => value !== undefined && value !== null && !isBlank(value));
  const figures = given.map(([name, value]) => {
    if (isRecord(value)) return [name, inner ? wrong(fact, "要填票数") : figuresIn(fact, value, true)] as const;
    return [name, typeof value === "string" ? Number(value.trim()) : value] as const;
  });
  return Object.fromEntries(figures.filter(([, value]) => !isRecord(value) || Object.keys(value).length > 0));
}

/** Null where every figure was left empty. */
function countsIn(fact: string, raw: unknown): FactValue {
  if (isBlank(raw)) return null;
  if (!isRecord(raw)) return wrong(fact, "要填票数");
  const further = isRecord(raw.extra) ? Object.keys(raw.extra) : [];
  if (further.length > MOST_FURTHER_COUNTS || further.some((name) => name.length > LONGEST_COUNT_NAME)) {
    wrong(fact, `另计的数最多 ${MOST_FURTHER_COUNTS} 个，名称最多 ${LONGEST_COUNT_NAME} 个字`);
  }
  const figures = figuresIn(fact, raw);
  return Object.keys(figures).length === 0 ? null : parsedCounts(fact, figures);
}

function parsedCounts(fact: string, figures: Record<string, unknown>): FactValue {
  try {
    return parseCounts(figures);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problems = [] } = (error.details ?? {}) as { problems?: Problem[] };
    throw new Wrong(problems.map(({ field, message }) => ({ field: `${fact}.${field}`, message })));
  }
}

/** What was given for a fact, as the method's lines ask for it; null, an empty text or list takes it back. Throws `Wrong`. */
export function valueFor(method: MethodDefinition, fact: string, raw: unknown): FactValue {
  switch (factKind(method, fact)) {
    case "yes":
      return raw === true || raw === "true" || raw === "on";
    case "day":
      return dayIn(fact, raw);
    case "number":
      return numberIn(fact, raw);
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
