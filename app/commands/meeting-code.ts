import { digest } from "#app/domain/digest.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { meetingByCode } from "#db/stores/meeting.ts";

/** 32 signs that are not taken for each other when read aloud or copied by hand: no 0/O, no 1/I. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A new meeting code: 8 signs, 40 random bits, not used by any other meeting. */
export async function newMeetingCode(house: House, db: Handle): Promise<string> {
  for (;;) {
    const code = codeOf(house.newId());
    if (!(await meetingByCode(db, code))) return code;
  }
}

/** The first 40 bits of the id's digest, five to a sign. */
export function codeOf(id: string): string {
  const bytes = Buffer.from(digest(id), "base64url").subarray(0, (LENGTH * 5) / 8);
  const bits = BigInt(`0x${bytes.toString("hex")}`);
  return Array.from({ length: LENGTH }, (_, place) => ALPHABET[Number((bits >> BigInt(5 * place)) & 31n)]).join("");
}
