import { setup } from "xstate";
import { DomainError } from "#app/domain/errors.ts";
import { stateStep } from "#app/domain/state-step.ts";

/** 会议: planned 未开始 · open 进行中 · closed 已结束 · cancelled 停开. */
export const MEETING_STATES = ["planned", "open", "closed", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** `openPolls`: polls of the meeting that are still open; a meeting does not close over a running poll. */
export type MeetingEvent =
  | { readonly type: "open" }
  | { readonly type: "cancel" }
  | { readonly type: "close"; readonly openPolls: number };

/** Nothing about it changes any more. */
export const isOver = (state: MeetingState): boolean => state === "closed" || state === "cancelled";

const meetingMachine = setup({
  types: {} as { events: MeetingEvent },
  guards: { noPollOpen: ({ event }) => event.type === "close" && event.openPolls === 0 },
}).createMachine({
  id: "meeting",
  initial: "planned",
  states: {
    planned: { on: { open: "open", cancel: "cancelled" } },
    open: { on: { close: { target: "closed", guard: "noPollOpen" } } },
    closed: { type: "final" },
    cancelled: { type: "final" },
  },
});

/** The meeting's next state. Throws `poll-open` when it would close over a running poll, `wrong-state` {state, event} otherwise. */
export function stepMeeting(state: MeetingState, event: MeetingEvent): MeetingState {
  if (state === "open" && event.type === "close" && event.openPolls > 0) {
    throw new DomainError("poll-open", { openPolls: event.openPolls });
  }
  return stateStep(meetingMachine, { value: state }, event).value;
}
