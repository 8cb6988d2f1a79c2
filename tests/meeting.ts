import { type CheckedIn, checkIn } from "#app/commands/check-in.ts";
import { newMeetingCode } from "#app/commands/meeting-code.ts";
import { personalToken, syncRoll } from "#app/commands/meeting-roll.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import type { House, Voter } from "#app/house.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { insertAgendaItems, insertMeeting } from "#db/stores/meeting.ts";
import { insertPeople } from "#db/stores/roll.ts";
import type { SeededCommunity } from "./people.ts";

export type MeetingInSession = { id: string; code: string };

/** A meeting of the seeded community, in session, with the cast on its roll and nobody checked in yet. */
export async function meetingInSession(house: House, community: SeededCommunity): Promise<MeetingInSession> {
  const id = house.newId();
  const code = await house.db.write(async (db) => {
    const code = await newMeetingCode(house, db);
    await insertMeeting(db, {
      id,
      code,
      communityId: community.communityId,
      bodyId: community.bodyId,
      title: "相约星期三(11月25日)",
      startsAt: new Date("2026-11-25T06:30:00Z"),
      state: "planned",
      createdAt: house.clock(),
    });
    await insertAgendaItems(db, [
      {
        id: house.newId(),
        meetingId: id,
        position: 1,
        kind: "report-back",
        title: "上周议定事项落实情况",
        state: "waiting",
      },
    ]);
    await syncRoll(house, db, { id, communityId: community.communityId, bodyId: community.bodyId });
    return code;
  });
  await openMeeting(house, community.actor, { meetingId: id });
  return { id, code };
}

/** Adds `count` more people with voting right to the community's roll, before its meeting is made. */
export async function addVoters(house: House, community: SeededCommunity, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, n) => ({
    id: house.newId(),
    communityId: community.communityId,
    name: `居民${n + 1}`,
    seat: "居民代表",
    unit: `${(n % 9) + 1}号楼`,
    votingRight: true,
    createdAt: house.clock(),
  }));
  await house.db.write((db) => insertPeople(db, people));
}

/** Checks a person in with their slip, each on a device of their own. */
export function arrive(house: House, meeting: MeetingInSession, personId: string): Promise<CheckedIn> {
  const token = personalToken(house, meeting.id, personId, 1);
  return checkIn(house, { code: meeting.code, token, device: { id: `device of ${personId}` } });
}

/** Checks a person in and gives them as the voter they are now. */
export async function arriveAsVoter(house: House, meeting: MeetingInSession, personId: string): Promise<Voter> {
  const voter = await findVoterByKey(house, (await arrive(house, meeting, personId)).key);
  if (!voter) throw new Error("the key just given must open");
  return voter;
}
