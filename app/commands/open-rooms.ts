import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { comingMeetingsOf, touchMeeting } from "#db/stores/meeting.ts";

/**
 * Marks the community's meetings in session as changed, inside the transaction of what changed outside them: an issue on their agenda, a
 * promise they report on. Answers their ids, to be told after the commit.
 */
export async function touchOpenRooms(db: Handle, communityId: string): Promise<string[]> {
  const open = (await comingMeetingsOf(db, communityId)).filter((meeting) => meeting.state === "open");
  for (const meeting of open) await touchMeeting(db, meeting.id);
  return open.map((meeting) => meeting.id);
}

/** Tells desks and screens of these meetings, each once. */
export function tellRooms(house: House, meetingIds: readonly string[]): void {
  for (const id of new Set(meetingIds)) house.publish(id, "room");
}
