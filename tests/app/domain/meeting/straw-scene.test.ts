import { expect, it } from "vitest";
import { phoneSceneOf, pictureOf, presenterStep, sceneOf } from "#app/domain/meeting/scene.ts";
import { closedPoll, openPoll, snapshotWith } from "#tests/app/components/snapshots.ts";
import { closedStraw, openStraw } from "#tests/app/components/straws.ts";

it.each([
  ["an open mood check", snapshotWith({ straw: openStraw }), "straw"],
  ["a closed one", snapshotWith({ straw: closedStraw }), "straw"],
  ["one asked after a vote", snapshotWith({ straw: openStraw, poll: closedPoll(2) }), "straw"],
  ["a vote, whatever else there is", snapshotWith({ straw: closedStraw, poll: openPoll }), "voting"],
  ["before the meeting", snapshotWith({ straw: openStraw, meeting: { state: "planned" } }), "lobby"],
  ["after the meeting", snapshotWith({ straw: closedStraw, meeting: { state: "closed" } }), "closed"],
])("the room looks at it: %s", (_, snapshot, name) => {
  expect(sceneOf(snapshot).name).toBe(name);
  expect(phoneSceneOf(snapshot).name).toBe(name);
});

it.each(["next", "back"] as const)("the presenter's %s waits for an open one, and puts a closed one away", (key) => {
  const waiting = { act: "none", why: "straw-open" };
  expect(presenterStep(snapshotWith({ straw: openStraw }), key)).toEqual(waiting);
  expect(presenterStep(snapshotWith({ straw: closedStraw }), key)).toEqual({ act: "put-away", strawId: "straw-1" });
  // Only then the poll before it is revealed further.
  const both = snapshotWith({ straw: closedStraw, poll: closedPoll(0) });
  expect(presenterStep(both, key)).toMatchObject({ act: "put-away" });
});

it("every picture has its own name, so that one press cannot be taken for two", () => {
  const pictures = [snapshotWith(), snapshotWith({ straw: openStraw }), snapshotWith({ straw: closedStraw })];
  expect(new Set(pictures.map(pictureOf)).size).toBe(3);
});
