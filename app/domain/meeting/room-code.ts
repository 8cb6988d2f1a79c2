/** The screen's six digits change every minute; the one before stays good for people who are still typing. */
export const ROOM_CODE_SECONDS = 60;

/** `sign` gives a keyed base64url digest for a minute number: only the house can foretell the next code. */
export function roomCode(sign: (minute: number) => string, now: Date): { code: string; validUntil: Date } {
  const minute = minuteOf(now);
  return { code: digits(sign(minute)), validUntil: new Date((minute + 1) * ROOM_CODE_SECONDS * 1000) };
}

/** Whether these are the digits of now or of the minute before, which people may still be typing. */
export function roomCodeIsValid(sign: (minute: number) => string, now: Date, typed: string): boolean {
  const minute = minuteOf(now);
  return typed === digits(sign(minute)) || typed === digits(sign(minute - 1));
}

const minuteOf = (now: Date) => Math.floor(now.getTime() / (ROOM_CODE_SECONDS * 1000));

function digits(signature: string): string {
  const number = Buffer.from(signature, "base64url").readUInt32BE(0) % 1_000_000;
  return String(number).padStart(6, "0");
}
