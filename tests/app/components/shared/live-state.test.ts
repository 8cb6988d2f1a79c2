import { describe, expect, it, vi } from "vitest";
import { beginLive, type LiveEvent, type LiveState, nextLive, serverTime } from "#app/components/shared/live-state.ts";
import { snapshotWith } from "#tests/app/components/snapshots.ts";

const at = (version: number) => snapshotWith({ version });
const arrival = (version: number): LiveEvent => ({ type: "snapshot", snapshot: at(version), at: version });
const play = (...events: LiveEvent[]): LiveState => events.reduce(nextLive, beginLive(at(5), 0));

describe("following a meeting", () => {
  it("shows the loader's snapshot until the line brings one", () => {
    expect(play().snapshot.version).toBe(5);
    expect(play({ type: "online" }, arrival(6)).snapshot.version).toBe(6);
  });

  it("drops what arrives late", () => {
    expect(play({ type: "online" }, arrival(9), arrival(8)).snapshot.version).toBe(9);
  });

  it("takes the first snapshot of a new connection whatever its number", () => {
    const restarted = play({ type: "online" }, arrival(9), { type: "lost" }, { type: "online" }, arrival(2));
    expect(restarted.snapshot.version).toBe(2);
    expect(nextLive(restarted, arrival(1)).snapshot.version).toBe(2);
  });

  it("keeps the last picture while the line is lost", () => {
    const lost = play({ type: "online" }, arrival(9), { type: "lost" });
    expect(lost).toMatchObject({ connection: "lost", snapshot: { version: 9 } });
  });
});

describe("the server's time", () => {
  const begun = Date.parse("2026-11-25T06:40:00.000Z");

  it("counts on from the snapshot by the page's own monotonic clock", () => {
    expect(serverTime({ snapshot: at(1), arrivedAt: 1000 }, 61_000)).toBe(begun + 60_000);
  });

  it.each([1, -1])("does not ask the device's own clock, be it %i h wrong or set on the way", (hours) => {
    const own = vi.spyOn(Date, "now").mockReturnValue(begun + hours * 3_600_000);
    expect(serverTime({ snapshot: at(1), arrivedAt: 1000 }, 61_000)).toBe(begun + 60_000);
    own.mockReturnValue(begun - hours * 3_600_000);
    expect(serverTime({ snapshot: at(1), arrivedAt: 1000 }, 62_000)).toBe(begun + 61_000);
    expect(own).not.toHaveBeenCalled();
    own.mockRestore();
  });

  it("never runs backwards behind the snapshot", () => {
    expect(serverTime({ snapshot: at(1), arrivedAt: 1000 }, 400)).toBe(begun);
  });
});
