import { assign, setup } from "xstate";
import { addDays, type CalendarDay, daysBetween, isCalendarDay } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { stateStep } from "#app/domain/state-step.ts";

/** 交办事项: open 在办 · done 已办结 · cancelled 不再办. */
export const ACTION_ITEM_STATES = ["open", "done", "cancelled"] as const;
export type ActionItemState = (typeof ACTION_ITEM_STATES)[number];

export interface ActionItem {
  readonly state: ActionItemState;
  /** Last day, "YYYY-MM-DD". */
  readonly deadline: CalendarDay;
  /** How often the deadline was moved. */
  readonly extended: number;
  /** How often it was sent back as not done. */
  readonly returned: number;
}

export type ActionItemEvent =
  | { readonly type: "finish"; readonly note: string }
  | { readonly type: "return"; readonly reason: string }
  | { readonly type: "extend"; readonly deadline: CalendarDay; readonly reason: string }
  | { readonly type: "cancel"; readonly reason: string };

type Context = Omit<ActionItem, "state">;

const actionItemMachine = setup({
  types: {} as { context: Context; events: ActionItemEvent },
  actions: {
    move: assign(({ context, event }) =>
      event.type === "extend" ? { deadline: event.deadline, extended: context.extended + 1 } : {},
    ),
    sendBack: assign({ returned: ({ context }) => context.returned + 1 }),
  },
}).createMachine({
  id: "action-item",
  context: { deadline: "", extended: 0, returned: 0 },
  initial: "open",
  states: {
    open: { on: { finish: "done", extend: { actions: "move" }, cancel: "cancelled" } },
    done: { on: { return: { target: "open", actions: "sendBack" } } },
    cancelled: { type: "final" },
  },
});

function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", { problems: [{ field, message }] });
}

function requireWords(item: ActionItem, event: ActionItemEvent): void {
  if (event.type === "finish") {
    if (!event.note.trim()) refuse("note", "要写明办了什么");
    return;
  }
  if (!event.reason.trim()) refuse("reason", "要写明理由");
  if (event.type !== "extend") return;
  if (!isCalendarDay(event.deadline)) refuse("deadline", "要填真实的日期，如 2026-11-25");
  if (event.deadline <= item.deadline) refuse("deadline", `新的时限要晚于 ${item.deadline}`);
}

/** The item after the event. Throws `wrong-state` {state, event}, `invalid-value` {problems} for a missing note, reason or later day. */
export function stepActionItem(item: ActionItem, event: ActionItemEvent): ActionItem {
  const { state, ...context } = item;
  const after = stateStep(actionItemMachine, { value: state, context }, event);
  requireWords(item, event);
  return { state: after.value, ...after.context };
}

/** 到期前 3 日提醒: this house's own default, no rule asks it. */
const DUE_SOON_DAYS = 3;

type Dated = Pick<ActionItem, "state" | "deadline">;

/** Still open after its last day has passed. */
export function isOverdue(item: Dated, today: CalendarDay): boolean {
  return item.state === "open" && today > item.deadline;
}

/** Whole days past the last day; 0 when not overdue. */
export function overdueDays(item: Dated, today: CalendarDay): number {
  return isOverdue(item, today) ? daysBetween(item.deadline, today) : 0;
}

export type Warning = "none" | "due-soon" | "overdue";

/** What the page marks: overdue, or due today or within three days. */
export function warning(item: Dated, today: CalendarDay): Warning {
  if (isOverdue(item, today)) return "overdue";
  return item.state === "open" && item.deadline <= addDays(today, DUE_SOON_DAYS) ? "due-soon" : "none";
}
