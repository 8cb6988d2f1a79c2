import { describe, expect, it } from "vitest";
import {
  AGENDA_ITEM_STATES,
  type AgendaItem,
  type AgendaItemEvent,
  OUTCOME_EVENTS,
  stepAgendaItem,
} from "#app/domain/meeting/agenda-item.ts";
import { type MeetingEvent, stepMeeting } from "#app/domain/meeting/machine.ts";
import { MEETING_STATES } from "#app/domain/meeting/states.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { invalid, refusal } from "#tests/app/domain/refusal.ts";

const CLOSE: MeetingEvent = { type: "close", openPolls: 0 };

describe("meeting", () => {
  const table = {
    planned: { open: "open", cancel: "cancelled" },
    open: { close: "closed" },
    closed: {},
    cancelled: {},
  } as const satisfies Record<string, Record<string, string>>;
  const cells = MEETING_STATES.flatMap((state) =>
    [{ type: "open" } as const, { type: "cancel" } as const, CLOSE].map((event) => [state, event.type, event] as const),
  );

  it.each(cells)("%s × %s", (state, type, event) => {
    const to = (table[state] as Record<string, string>)[type];
    if (to) expect(stepMeeting(state, event)).toBe(to);
    else
      expect(refusal(() => stepMeeting(state, event))).toEqual({
        word: "wrong-state",
        details: { state, event: type },
      });
  });

  it("does not close over a running poll", () => {
    expect(refusal(() => stepMeeting("open", { type: "close", openPolls: 1 }))?.word).toBe("poll-open");
    expect(refusal(() => stepMeeting("planned", { type: "close", openPolls: 1 }))?.word).toBe("wrong-state");
  });
});

describe("agenda item", () => {
  const concluded: AgendaItemEvent = { type: "conclude", outcome: "timed" };
  const table = {
    waiting: { call: "current" },
    current: { "put-back": "waiting", conclude: "done" },
    done: { reopen: "current" },
  } as const satisfies Record<string, Record<string, string>>;
  const events: AgendaItemEvent[] = [{ type: "call" }, { type: "put-back" }, concluded, { type: "reopen" }];
  const cells = AGENDA_ITEM_STATES.flatMap((state) => events.map((event) => [state, event.type, event] as const));

  it.each(cells)("%s × %s", (state, type, event) => {
    const item: AgendaItem = { state, outcome: null, reason: null };
    const to = (table[state] as Record<string, string>)[type];
    if (to) expect(stepAgendaItem(item, event).state).toBe(to);
    else
      expect(refusal(() => stepAgendaItem(item, event))).toEqual({
        word: "wrong-state",
        details: { state, event: type },
      });
  });

  const current: AgendaItem = { state: "current", outcome: null, reason: null };

  it("keeps its outcome until it is taken up again", () => {
    const done = stepAgendaItem(current, { type: "conclude", outcome: "declined", reason: " 产权不清 " });
    expect(done).toEqual({ state: "done", outcome: "declined", reason: "产权不清" });
    expect(stepAgendaItem(done, { type: "reopen" })).toEqual(current);
  });

  it.each([
    ["declined", "要写明不能办的理由"],
    ["next-time", "要写明转下次的理由"],
  ] as const)("wants a reason for %s", (outcome, message) => {
    for (const reason of [{}, { reason: "  " }]) {
      const refused = refusal(() => stepAgendaItem(current, { type: "conclude", outcome, ...reason }));
      expect(refused).toEqual(invalid(["reason", message]));
    }
  });

  it("has outcomes that the method knows where it replies", () => {
    const respond = roundtable.stages.find((stage) => stage.id === "respond");
    const known = [
      ...(respond?.exits ?? []).map((exit) => exit.event),
      ...(respond?.exceptions ?? []).map((each) => each.code),
    ];
    for (const event of Object.values(OUTCOME_EVENTS)) expect(known).toContain(event);
  });
});
