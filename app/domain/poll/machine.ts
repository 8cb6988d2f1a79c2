import { setup } from "xstate";
import { stateStep } from "#app/domain/state-step.ts";

/** 表决: draft 未开始 · open 进行中 · closed 已截止 · voided 作废. */
export const POLL_STATES = ["draft", "open", "closed", "voided"] as const;
export type PollState = (typeof POLL_STATES)[number];

/** 无记名 · 记名 · 举手 · 纸票. The first two are voted on phones. */
export const POLL_MODES = ["secret", "named", "hands", "paper"] as const;
export type PollMode = (typeof POLL_MODES)[number];

export type PollEvent = { readonly type: "open" } | { readonly type: "close" } | { readonly type: "void" };

/** Only an open poll can be voided: once the figures are known, nobody may make them vanish. */
const pollMachine = setup({ types: {} as { events: PollEvent } }).createMachine({
  id: "poll",
  initial: "draft",
  states: {
    draft: { on: { open: "open" } },
    open: { on: { close: "closed", void: "voided" } },
    closed: { type: "final" },
    voided: { type: "final" },
  },
});

/** The poll's next state: never opened twice, closed or voided for good. Throws `wrong-state` {state, event}. */
export function stepPoll(state: PollState, event: PollEvent): PollState {
  return stateStep(pollMachine, { value: state }, event).value;
}
