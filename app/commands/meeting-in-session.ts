import { DomainError } from "#app/domain/errors.ts";
import type { Actor } from "#app/house.ts";
import { overWords, roomText as text } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { type AgendaItem, agendaItemById, type Meeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";

/** The meeting, if it is the actor's community's and in session. Throws not-found, wrong-state. */
export async function meetingInSession(db: Handle, actor: Actor, meetingId: string): Promise<Meeting> {
  const meeting = await ownMeeting(db, actor, meetingId);
  if (meeting.state !== "open") {
    const message = meeting.state === "planned" ? text.refusals.notOpenYet : overWords(meeting.state);
    throw new DomainError("wrong-state", [{ field: "meeting", message }]);
  }
  return meeting;
}

/** An item of this meeting's agenda. Throws not-found. */
export async function itemOfMeeting(db: Handle, meeting: Meeting, agendaItemId: string): Promise<AgendaItem> {
  const item = await agendaItemById(db, agendaItemId);
  if (item?.meetingId !== meeting.id) throw new DomainError("not-found");
  return item;
}
