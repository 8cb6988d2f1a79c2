import { setup } from "xstate";
import { DomainError } from "#app/domain/errors.ts";
import { stateStep } from "#app/domain/state-step.ts";
import type { MeetingState } from "./states.ts";

/** `openPolls`: polls of the meeting that are still open; a meeting does not close over a running poll. */
export type MeetingEvent =
  | { readonly type: "open" }
  | { readonly type: "cancel" }
  | { readonly type: "close"; readonly openPolls: number };

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
