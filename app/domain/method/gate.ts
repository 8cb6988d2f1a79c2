import { addDays, type CalendarDay, isCalendarDay } from "#app/domain/calendar/day.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";
import { maskAddress, maskNumbers } from "#app/domain/person/mask.ts";
import { rulesMet, rulesTold } from "./counted.ts";
import type { ChecklistLine, Facts, FactValue, GateLine, GateTest, MethodDefinition } from "./definition.ts";

/** The fact that says which day it is, "YYYY-MM-DD"; whoever asks gates about periods gives it. */
export const TODAY = "today";

function isFilled(value: FactValue): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "number" || value === true || (typeof value === "object" && value !== null);
}

function amount(value: FactValue): number {
  if (typeof value === "number") return value;
  return Array.isArray(value) ? value.length : 0;
}

const members = (value: FactValue): readonly string[] => (Array.isArray(value) ? value : []);
const dayIn = (value: FactValue): CalendarDay | undefined =>
  typeof value === "string" && isCalendarDay(value) ? value : undefined;

/** A fact by name; only the record's own members count. */
export function factOf(facts: Facts, name: string): FactValue {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

/** The last day of a period that began on the day in `value`, or undefined. */
function lastDay(test: GateTest & { op: "elapsed" }, value: FactValue): CalendarDay | undefined {
  const from = dayIn(value);
  return from && deadlineAfter(from, test.days, test.kind);
}

function earliest(test: GateTest & { op: "days-after" }, facts: Facts): CalendarDay | undefined {
  const from = dayIn(factOf(facts, test.of));
  return from && addDays(from, test.days);
}

const personal = (text: string): boolean => maskAddress(maskNumbers(text)) !== text.trim();

/** Whether a fact passes a test. Facts not given fail every test except `at-most`. */
export function holds(test: GateTest, value: FactValue, facts: Facts): boolean {
  switch (test.op) {
    case "present":
      return isFilled(value);
    case "is-true":
      return value === true;
    case "is-day":
      return dayIn(value) !== undefined;
    case "at-least":
      return amount(value) >= test.value;
    case "at-most":
      return amount(value) <= test.value;
    case "one-of":
      return typeof value === "string" && test.value.includes(value);
    case "lists":
      return members(value).length >= test.least;
    case "includes-all":
      return test.value.every((each) => members(value).includes(each));
    case "includes-some":
      return test.value.filter((each) => members(value).includes(each)).length >= test.least;
    case "covers": {
      const all = members(factOf(facts, test.of));
      return all.length > 0 && all.every((each) => members(value).includes(each));
    }
    case "disjoint": {
      const others = members(factOf(facts, test.of));
      return members(value).length > 0 && others.length > 0 && !members(value).some((each) => others.includes(each));
    }
    case "as-many-as":
      return amount(value) >= amount(factOf(facts, test.of));
    case "elapsed": {
      const [last, today] = [lastDay(test, value), dayIn(factOf(facts, TODAY))];
      return last !== undefined && today !== undefined && today > last;
    }
    case "days-after": {
      const [day, from] = [dayIn(value), earliest(test, facts)];
      return day !== undefined && from !== undefined && day >= from;
    }
    case "de-identified":
      return typeof value === "string" && isFilled(value) && !personal(value);
    case "explained":
      return Array.isArray(value) && (value.length === 0 || isFilled(factOf(facts, test.by)));
    case "quorum":
    case "passes":
    case "fails":
      return rulesMet(test, value);
  }
}

/** Whether a line is asked at all of these facts. */
export function isAsked(line: GateLine, facts: Facts): boolean {
  return line.when === undefined || holds(line.when.test, factOf(facts, line.when.fact), facts);
}

/** Whether a line stands in nobody's way: met, or not asked. */
export function lineHolds(line: GateLine, facts: Facts): boolean {
  return !isAsked(line, facts) || holds(line.test, factOf(facts, line.fact), facts);
}

const missingOf = (wanted: readonly string[], value: FactValue) =>
  wanted.filter((each) => !members(value).includes(each));

function listDetail(missing: readonly string[], nameOf: (id: string) => string): string {
  return missing.length === 0 ? "齐全" : `还缺：${missing.map(nameOf).join("、")}`;
}

function detailOf(test: GateTest, value: FactValue, facts: Facts, nameOf: (id: string) => string): string {
  switch (test.op) {
    case "at-least":
      return `现有 ${amount(value)}，须不少于 ${test.value}`;
    case "at-most":
      return `现有 ${amount(value)}，须不多于 ${test.value}`;
    case "lists":
      return `已列 ${members(value).length} 项，须不少于 ${test.least} 项`;
    case "as-many-as":
      return `现有 ${amount(value)}，须不少于 ${amount(factOf(facts, test.of))}`;
    case "includes-all":
      return listDetail(missingOf(test.value, value), nameOf);
    case "includes-some": {
      const missing = missingOf(test.value, value);
      const here = test.value.length - missing.length;
      const rest = missing.length > 0 ? `，未到：${missing.map(nameOf).join("、")}` : "";
      return `现有 ${here}，须不少于 ${test.least}${rest}`;
    }
    case "covers": {
      const all = members(factOf(facts, test.of));
      return all.length === 0 ? "还没列出名单" : listDetail(missingOf(all, value), (each) => each);
    }
    case "disjoint":
      return disjointDetail(members(value), members(factOf(facts, test.of)));
    case "elapsed":
      return elapsedDetail(lastDay(test, value));
    case "days-after": {
      const from = earliest(test, facts);
      const has = isFilled(value) ? String(value) : "还没填日期";
      return from ? `${has}，最早 ${from}` : has;
    }
    case "de-identified":
      if (!isFilled(value)) return "还没填";
      return personal(String(value)) ? "里面还有电话、证件号或房号" : "没有电话、证件号和房号";
    case "explained":
      return explainedDetail(members(value), factOf(facts, test.by));
    case "quorum":
    case "passes":
    case "fails":
      return rulesTold(test, value);
    default:
      return plainDetail(test.op, value);
  }
}

function plainDetail(op: "present" | "is-true" | "is-day" | "one-of", value: FactValue): string {
  if (op === "is-true") return value === true ? "已确认" : "还没确认";
  if (op === "one-of") return isFilled(value) ? `现为“${String(value)}”` : "还没选";
  if (op === "is-day") return isFilled(value) ? String(value) : "还没填日期";
  return isFilled(value) ? "已填" : "还没填";
}

function disjointDetail(mine: readonly string[], others: readonly string[]): string {
  if (mine.length === 0 || others.length === 0) return "两份名单还没填全";
  const both = mine.filter((each) => others.includes(each));
  return both.length === 0 ? "没有重复" : `两边都有：${both.join("、")}`;
}

function elapsedDetail(last: CalendarDay | undefined): string {
  return last ? `到 ${last} 24:00 期满` : "还没填起始日期";
}

function explainedDetail(found: readonly string[], reason: FactValue): string {
  if (found.length === 0) return "没有";
  return isFilled(reason) ? "已说明" : `提到：${found.join("、")}`;
}

/** One gate line against the facts; `null` where it is not asked. Seat ids are shown by their Chinese names. */
export function checkLine(method: MethodDefinition, line: GateLine, facts: Facts): ChecklistLine | null {
  if (!isAsked(line, facts)) return null;
  const value = factOf(facts, line.fact);
  const nameOf = (id: string) => method.seats.find((seat) => seat.id === id)?.name ?? id;
  const { id, text, source } = line;
  const met = holds(line.test, value, facts);
  return { id, fact: line.fact, met, text, detail: detailOf(line.test, value, facts, nameOf), source };
}
