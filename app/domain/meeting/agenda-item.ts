import { setup } from "xstate";
import { DomainError } from "#app/domain/errors.ts";
import { stateStep } from "#app/domain/state-step.ts";

/** 议程项: waiting 待议 · current 正在议 · done 已议. */
export const AGENDA_ITEM_STATES = ["waiting", "current", "done"] as const;
export type AgendaItemState = (typeof AGENDA_ITEM_STATES)[number];

/** 当场解决 · 限期解决 · 不能办 · 转下次 · 按方法走下一步 (the step is the method's own). */
export const OUTCOMES = ["resolved-now", "timed", "declined", "next-time", "onward"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The step that each outcome asks of the issue, in whatever method knows it; `onward` names its own. */
export const OUTCOME_EVENTS = {
  "resolved-now": "resolve-now",
  timed: "set-deadline",
  declined: "decline",
  "next-time": "postpone",
} as const satisfies Record<Exclude<Outcome, "onward">, string>;

export type AgendaItemEvent =
  | { readonly type: "call" }
  /** Back to waiting: another item is called first. */
  | { readonly type: "put-back" }
  | { readonly type: "conclude"; readonly outcome: Outcome; readonly reason?: string }
  /** Taken up again in the same meeting. */
  | { readonly type: "reopen" };

const agendaItemMachine = setup({ types: {} as { events: AgendaItemEvent } }).createMachine({
  id: "agenda-item",
  initial: "waiting",
  states: {
    waiting: { on: { call: "current" } },
    current: { on: { "put-back": "waiting", conclude: "done" } },
    done: { on: { reopen: "current" } },
  },
});

export interface AgendaItem {
  readonly state: AgendaItemState;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
}

/**
 * The item after the event. Throws `wrong-state` {state, event}, or `invalid-value` {problems} where 不能办 or 转下次 lacks its reason.
 * Reopening clears the outcome.
 */
export function stepAgendaItem(item: AgendaItem, event: AgendaItemEvent): AgendaItem {
  const state = stateStep(agendaItemMachine, { value: item.state }, event).value;
  if (event.type !== "conclude") return { state, outcome: null, reason: null };
  const reason = event.reason?.trim() || null;
  if (!reason && (event.outcome === "declined" || event.outcome === "next-time")) {
    const message = event.outcome === "declined" ? "要写明不能办的理由" : "要写明转下次的理由";
    throw new DomainError("invalid-value", { problems: [{ field: "reason", message }] });
  }
  return { state, outcome: event.outcome, reason };
}
