import { describe, expect, it } from "vitest";
import { pictureOf, presenterStep, sceneOf } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { closedPoll, openPoll, snapshotWith } from "#tests/app/components/snapshots.ts";

const at = (id: string): MeetingSnapshot["agendaItem"] => {
  const item = snapshotWith().agendaItem;
  return item && { ...item, id };
};

describe("what the room is looking at", () => {
  it.each<[string, MeetingSnapshot, string]>([
    ["before the meeting", snapshotWith({ meeting: { state: "planned" } }), "lobby"],
    ["an item", snapshotWith(), "item"],
    ["no item yet", snapshotWith({ agendaItem: null }), "lobby"],
    ["an open poll", snapshotWith({ poll: openPoll }), "voting"],
    [
      "an open poll of another item still is the vote",
      snapshotWith({ poll: openPoll, agendaItem: at("parking") }),
      "voting",
    ],
    ["a closed poll of this item", snapshotWith({ poll: closedPoll(0) }), "result"],
    ["a closed poll of the item before", snapshotWith({ poll: closedPoll(2), agendaItem: at("parking") }), "item"],
    ["a closed poll of no item", snapshotWith({ poll: { ...closedPoll(2), agendaItemId: null } }), "result"],
    ["after the meeting", snapshotWith({ meeting: { state: "closed" }, poll: closedPoll(2) }), "closed"],
    ["a meeting called off", snapshotWith({ meeting: { state: "cancelled", cancelReason: "台风" } }), "cancelled"],
  ])("%s", (_, snapshot, name) => {
    expect(sceneOf(snapshot).name).toBe(name);
  });
});

describe("the presenter's → and ←", () => {
  const reveal = (to: number) => ({ act: "reveal", pollId: "poll-1", reveal: to });

  it("reveals a closed poll in two presses, then goes on", () => {
    expect(presenterStep(snapshotWith({ poll: closedPoll(0) }), "next")).toEqual(reveal(1));
    expect(presenterStep(snapshotWith({ poll: closedPoll(1) }), "next")).toEqual(reveal(2));
    expect(presenterStep(snapshotWith({ poll: closedPoll(2) }), "next")).toEqual({
      act: "item",
      agendaItemId: "parking",
      from: "lamps",
    });
  });

  it("takes a reveal back press by press", () => {
    expect(presenterStep(snapshotWith({ poll: closedPoll(2) }), "back")).toEqual(reveal(1));
    expect(presenterStep(snapshotWith({ poll: closedPoll(1) }), "back")).toEqual(reveal(0));
  });

  it("never moves on while people are voting", () => {
    for (const key of ["next", "back"] as const) {
      expect(presenterStep(snapshotWith({ poll: openPoll }), key)).toEqual({ act: "none", why: "poll-open" });
    }
  });

  it("stops at both ends, before and after the meeting", () => {
    expect(presenterStep(snapshotWith({ agendaItem: at("parking") }), "next")).toEqual({ act: "none", why: "last" });
    expect(presenterStep(snapshotWith({ agendaItem: at("report") }), "back")).toEqual({ act: "none", why: "first" });
    expect(presenterStep(snapshotWith({ meeting: { state: "planned" } }), "next")).toMatchObject({ why: "not-open" });
    expect(presenterStep(snapshotWith({ meeting: { state: "closed" } }), "next")).toMatchObject({ why: "over" });
    expect(presenterStep(snapshotWith({ meeting: { state: "cancelled" } }), "next")).toMatchObject({ why: "over" });
  });

  it("calls the first item of a meeting that has none yet", () => {
    expect(presenterStep(snapshotWith({ agendaItem: null }), "next")).toMatchObject({
      agendaItemId: "report",
      from: "",
    });
  });
});

it("names every step of a reveal differently, so that one press cannot be taken for two", () => {
  const pictures = [
    snapshotWith(),
    snapshotWith({ poll: openPoll }),
    ...([0, 1, 2] as const).map((reveal) => snapshotWith({ poll: closedPoll(reveal) })),
  ];
  expect(new Set(pictures.map(pictureOf)).size).toBe(pictures.length);
});
