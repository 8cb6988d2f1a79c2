import { describe, expect, it } from "vitest";
import {
  ACTION_ITEM_STATES,
  type ActionItem,
  type ActionItemEvent,
  isOverdue,
  overdueDays,
  stepActionItem,
  warning,
} from "#app/domain/action-item/machine.ts";
import { invalid, refusal } from "#tests/app/domain/refusal.ts";

const item: ActionItem = { state: "open", deadline: "2026-12-10", extended: 0, returned: 0 };
const EVENTS: readonly ActionItemEvent[] = [
  { type: "finish", note: "井盖已换" },
  { type: "return", reason: "还在晃" },
  { type: "extend", deadline: "2026-12-20", reason: "等配件" },
  { type: "cancel", reason: "由市政办" },
];

describe("action item", () => {
  const TABLE: Readonly<Record<string, object>> = {
    "open finish": { ...item, state: "done" },
    "open extend": { ...item, deadline: "2026-12-20", extended: 1 },
    "open cancel": { ...item, state: "cancelled" },
    "done return": { ...item, state: "open", returned: 1 },
  };
  const cells = ACTION_ITEM_STATES.flatMap((state) => EVENTS.map((event) => [state, event.type, event] as const));

  it.each(cells)("%s × %s", (state, type, event) => {
    const to = TABLE[`${state} ${type}`];
    if (to) expect(stepActionItem({ ...item, state }, event)).toEqual(to);
    else expect(refusal(() => stepActionItem({ ...item, state }, event))?.word).toBe("wrong-state");
  });

  it.each<[ActionItemEvent, string, string]>([
    [{ type: "finish", note: " " }, "note", "要写明办了什么"],
    [{ type: "cancel", reason: "" }, "reason", "要写明理由"],
    [{ type: "extend", deadline: "2026-12-20", reason: "" }, "reason", "要写明理由"],
    [{ type: "extend", deadline: "2026-12-10", reason: "等配件" }, "deadline", "新的时限要晚于 2026-12-10"],
    [{ type: "extend", deadline: "2026-12-32", reason: "等配件" }, "deadline", "要填真实的日期，如 2026-11-25"],
  ])("refuses %j", (event, field, message) => {
    expect(refusal(() => stepActionItem(item, event))).toEqual(invalid([field, message]));
  });

  it.each([
    ["2026-12-06", "none", 0],
    ["2026-12-07", "due-soon", 0],
    ["2026-12-10", "due-soon", 0],
    ["2026-12-11", "overdue", 1],
    ["2027-01-10", "overdue", 31],
  ] as const)("on %s: %s, %i days over", (today, mark, days) => {
    expect([warning(item, today), overdueDays(item, today), isOverdue(item, today)]).toEqual([mark, days, days > 0]);
    for (const state of ["done", "cancelled"] as const) {
      expect([warning({ ...item, state }, today), isOverdue({ ...item, state }, today)]).toEqual(["none", false]);
    }
  });
});
