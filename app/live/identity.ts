import { z } from "zod";
import { cookieValue } from "#app/cookies.ts";
import type { Actor, House, Houses, Voter } from "#app/house.ts";
import { findMeetingGate } from "#app/queries/meeting-gate.ts";
import { screenKey } from "#app/queries/room-code.ts";
import { findStaffByApiToken, findStaffBySession } from "#app/queries/staff-access.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";

/** Who is on the line: in which house and meeting, as what, and for staff how to ask again whether they still may. */
export type Identity = { house: House; meetingId: string; code: string } & (
  | { as: "voter"; voter: Voter; still: () => Promise<boolean> }
  | { as: "screen"; trusted: boolean }
  | { as: "desk"; still: () => Promise<boolean> }
);

const handshake = z.union([
  z.object({ key: z.string().min(1).max(200) }),
  z.object({ screen: z.string().max(40), k: z.string().max(100).optional() }),
  z.object({ apiToken: z.string().min(1).max(200), meeting: z.string().max(40) }),
  /** Our own pages: known by their HttpOnly cookies. */
  z.object({ meeting: z.string().max(40), as: z.enum(["voter", "desk"]) }),
]);

/** Looks the room up through the person's own membership; null for anyone who has none. */
export async function identify(houses: Houses, auth: unknown, cookieHeader: string | null): Promise<Identity | null> {
  const parsed = handshake.safeParse(auth);
  if (!parsed.success) return null;
  const { data } = parsed;
  const house = houses.of("screen" in data ? data.screen : "meeting" in data ? data.meeting : "");
  const cookie = (name: "staff" | "voter") => cookieValue(house.config, name, cookieHeader);
  const session = async () => {
    const value = await cookie("staff");
    return value ? findStaffBySession(house, value) : null;
  };
  if ("key" in data) return asVoter(house, data.key);
  if ("screen" in data) return asScreen(house, data.screen, data.k, await session());
  if ("apiToken" in data) return asDesk(house, data.meeting, () => findStaffByApiToken(house, data.apiToken));
  if (data.as === "desk") return asDesk(house, data.meeting, session);
  const key = await cookie("voter");
  const identity = key ? await asVoter(house, key) : null;
  return identity?.code === data.meeting ? identity : null;
}

async function asVoter(house: House, key: string): Promise<Identity | null> {
  const voter = await findVoterByKey(house, key);
  const meeting = voter && (await findMeetingGate(house, { id: voter.meetingId }));
  if (!meeting) return null;
  const still = async () => (await findVoterByKey(house, key)) !== null;
  return { as: "voter", house, voter, still, meetingId: meeting.id, code: meeting.code };
}

async function asScreen(house: House, code: string, key: string | undefined, staff: Actor | null) {
  const meeting = await findMeetingGate(house, { code });
  if (!meeting) return null;
  // The room code may appear only where staff put up a screen: a forwarded link must not show it outside.
  const trusted = staff?.communityId === meeting.communityId || key === screenKey(house, meeting.id);
  return { as: "screen", house, trusted, meetingId: meeting.id, code: meeting.code } as const;
}

async function asDesk(house: House, code: string, ask: () => Promise<Actor | null>): Promise<Identity | null> {
  const meeting = await findMeetingGate(house, { code });
  const may = async () => meeting !== null && (await ask())?.communityId === meeting.communityId;
  return meeting && (await may()) ? { as: "desk", house, still: may, meetingId: meeting.id, code: meeting.code } : null;
}
