import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ROOM_CODE_SECONDS, roomCode, roomCodeIsValid } from "#app/domain/meeting/room-code.ts";

const sign = (minute: number) => createHmac("sha256", "key").update(String(minute)).digest("base64url");
const NOW = new Date("2026-11-25T06:40:10.000Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const HOUR = 3600;

describe("the six digits", () => {
  it("hold until their minute turns, and one more for who is still typing", () => {
    const { code, validUntil } = roomCode(sign, NOW);
    expect(validUntil).toEqual(new Date("2026-11-25T06:41:00.000Z"));
    for (const [after, valid] of [
      [0, true],
      [49, true],
      [ROOM_CODE_SECONDS + 49, true],
      [ROOM_CODE_SECONDS + 50, false],
      [-11, false],
    ] as const) {
      expect(roomCodeIsValid(sign, inSeconds(after), code), String(after)).toBe(valid);
    }
  });

  it.each([1, -1])(
    "by a clock that is set by %i h: the old ones end, new ones hold, and neither holds by the other clock",
    (hours) => {
      const { code } = roomCode(sign, NOW);
      const set = inSeconds(hours * HOUR);
      expect(roomCodeIsValid(sign, set, code)).toBe(false);
      const fresh = roomCode(sign, set);
      expect(roomCodeIsValid(sign, set, fresh.code)).toBe(true);
      expect(fresh.validUntil.getTime() - set.getTime()).toBeLessThanOrEqual(ROOM_CODE_SECONDS * 1000);
      // Set right again a minute later.
      expect(roomCodeIsValid(sign, inSeconds(ROOM_CODE_SECONDS), fresh.code)).toBe(false);
    },
  );
});
