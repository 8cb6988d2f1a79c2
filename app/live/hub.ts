import type { Concern } from "#app/house.ts";

export type Listener = (meetingId: string, concern: Concern) => void;
export type Hub = { publish: Listener; listen(listener: Listener): void };

/** Carries “this meeting changed” from commands to the live connections of this process. */
export function createHub(): Hub {
  const listeners: Listener[] = [];
  return {
    publish: (meetingId, concern) => {
      for (const listener of listeners) listener(meetingId, concern);
    },
    listen: (listener) => listeners.push(listener),
  };
}
