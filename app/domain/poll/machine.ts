import { setup } from "xstate";
import { stateStep } from "#app/domain/state-step.ts";

/** 表决: draft 未开始 · open 进行中 · closed 已截止. */
export const POLL_STATES = ["draft", "open", "closed"] as const;
export type PollState = (typeof POLL_STATES)[number];

/** 无记名 · 记名. */
export const POLL_MODES = ["secret", "named"] as const;

export type PollEvent = { readonly type: "open" } | { readonly type: "close" };

const pollMachine = setup({ types: {} as { events: PollEvent } }).createMachine({
  id: "poll",
  initial: "draft",
  states: {
    draft: { on: { open: "open" } },
    open: { on: { close: "closed" } },
    closed: { type: "final" },
  },
});

/** The poll's next state: never opened twice, closed for good. Throws `wrong-state` {state, event}. */
export function stepPoll(state: PollState, event: PollEvent): PollState {
  return stateStep(pollMachine, { value: state }, event).value;
}
