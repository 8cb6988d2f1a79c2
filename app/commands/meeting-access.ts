import { DomainError } from "#app/domain/errors.ts";
import type { Actor } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type Meeting, meetingByCode, meetingById } from "#db/stores/meeting.ts";
import { type Poll, pollById } from "#db/stores/poll.ts";

/** The meeting, if it belongs to the actor's community. Others' meetings are `not-found`, as if they did not exist. */
export async function ownMeeting(db: Handle, actor: Actor, id: string): Promise<Meeting> {
  return owned(actor, await meetingById(db, id));
}

export async function ownMeetingByCode(db: Handle, actor: Actor, code: string): Promise<Meeting> {
  return owned(actor, await meetingByCode(db, code));
}

function owned(actor: Actor, meeting: Meeting | undefined): Meeting {
  if (!meeting || meeting.communityId !== actor.communityId) throw new DomainError("not-found");
  return meeting;
}

/** The poll with its meeting, if they belong to the actor's community. Throws not-found. */
export async function ownPoll(db: Handle, actor: Actor, id: string): Promise<{ poll: Poll; meeting: Meeting }> {
  const poll = await pollById(db, id);
  if (!poll) throw new DomainError("not-found");
  return { poll, meeting: await ownMeeting(db, actor, poll.meetingId) };
}
