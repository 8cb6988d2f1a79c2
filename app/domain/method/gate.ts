import { isCalendarDay } from "#app/domain/calendar/day.ts";
import type { ChecklistLine, Facts, FactValue, GateLine, GateTest, MethodDefinition } from "./definition.ts";

function isFilled(value: FactValue): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "number" || value === true;
}

function amount(value: FactValue): number {
  if (typeof value === "number") return value;
  return Array.isArray(value) ? value.length : 0;
}

const members = (value: FactValue): readonly string[] => (Array.isArray(value) ? value : []);

/** A fact by name; only the record's own members count. */
export function factOf(facts: Facts, name: string): FactValue {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

/** Whether a fact passes a test. Facts not given fail every test except `at-most`. */
export function holds(test: GateTest, value: FactValue): boolean {
  switch (test.op) {
    case "present":
      return isFilled(value);
    case "is-true":
      return value === true;
    case "is-day":
      return typeof value === "string" && isCalendarDay(value);
    case "at-least":
      return amount(value) >= test.value;
    case "at-most":
      return amount(value) <= test.value;
    case "one-of":
      return typeof value === "string" && test.value.includes(value);
    case "includes-all":
      return test.value.every((each) => members(value).includes(each));
  }
}

function detailOf(test: GateTest, value: FactValue, nameOf: (id: string) => string): string {
  switch (test.op) {
    case "at-least":
      return `现有 ${amount(value)}，须不少于 ${test.value}`;
    case "at-most":
      return `现有 ${amount(value)}，须不多于 ${test.value}`;
    case "includes-all": {
      const missing = test.value.filter((each) => !members(value).includes(each));
      return missing.length === 0 ? "齐全" : `还缺：${missing.map(nameOf).join("、")}`;
    }
    case "is-true":
      return value === true ? "已确认" : "还没确认";
    case "one-of":
      return isFilled(value) ? `现为“${String(value)}”` : "还没选";
    case "is-day":
      return isFilled(value) ? String(value) : "还没填日期";
    case "present":
      return isFilled(value) ? "已填" : "还没填";
  }
}

/** One gate line against the facts. Seat ids are shown by their Chinese names. */
export function checkLine(method: MethodDefinition, line: GateLine, facts: Facts): ChecklistLine {
  const value = factOf(facts, line.fact);
  const nameOf = (id: string) => method.seats.find((seat) => seat.id === id)?.name ?? id;
  const { id, text, source } = line;
  return { id, met: holds(line.test, value), text, detail: detailOf(line.test, value, nameOf), source };
}
