import { DomainError } from "#app/domain/errors.ts";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import type { House } from "#app/house.ts";
import { meetingByCode, meetingById } from "#db/stores/meeting.ts";

export type MeetingGate = { id: string; code: string; communityId: string; state: MeetingState };

/** The few facts that decide who may come near a meeting; null when there is none. */
export async function findMeetingGate(
  house: House,
  by: { code: string } | { id: string },
): Promise<MeetingGate | null> {
  const row = await house.db.read((db) => ("code" in by ? meetingByCode(db, by.code) : meetingById(db, by.id)));
  return row ? { id: row.id, code: row.code, communityId: row.communityId, state: row.state } : null;
}

/** The same by code. Throws unknown-meeting. */
export async function requireMeetingGate(house: House, code: string): Promise<MeetingGate> {
  const gate = await findMeetingGate(house, { code });
  if (!gate) throw new DomainError("unknown-meeting");
  return gate;
}
