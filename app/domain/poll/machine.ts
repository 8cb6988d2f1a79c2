import { assign, setup } from "xstate";
import { stateStep } from "#app/domain/state-step.ts";

/** 表决: draft 未开始 · open 进行中 · closed 已截止. */
export const POLL_STATES = ["draft", "open", "closed"] as const;
export type PollState = (typeof POLL_STATES)[number];

/** 无记名 · 记名 · 举手 · 纸票. */
export const POLL_MODES = ["secret", "named", "hands", "paper"] as const;
export type PollMode = (typeof POLL_MODES)[number];

/** What the screen shows of a closed poll: 0 nothing, 1 turnout and quorum, 2 the result. */
export type Reveal = 0 | 1 | 2;

export type PollEvent = { readonly type: "open" } | { readonly type: "close" } | { readonly type: "reveal" };

export interface PollStanding {
  readonly state: PollState;
  readonly reveal: Reveal;
}

export const NEW_POLL: PollStanding = { state: "draft", reveal: 0 };

const further = (reveal: Reveal): Reveal => (reveal === 0 ? 1 : 2);

export const pollMachine = setup({
  types: {} as { context: { reveal: Reveal }; events: PollEvent },
  guards: { hidden: ({ context }) => context.reveal < 2 },
  actions: { showMore: assign({ reveal: ({ context }) => further(context.reveal) }) },
}).createMachine({
  id: "poll",
  context: { reveal: 0 },
  initial: "draft",
  states: {
    draft: { on: { open: "open" } },
    open: { on: { close: "closed" } },
    closed: { on: { reveal: { guard: "hidden", actions: "showMore" } } },
  },
});

/** The poll after the event: never opened twice, revealed only when closed, step by step. Throws `wrong-state` {state, event}. */
export function stepPoll(poll: PollStanding, event: PollEvent): PollStanding {
  const after = stateStep(pollMachine, { value: poll.state, context: { reveal: poll.reveal } }, event);
  return { state: after.value, reveal: after.context.reveal };
}
