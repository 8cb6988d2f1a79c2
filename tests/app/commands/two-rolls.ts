import { addBody } from "#app/commands/edit-body.ts";
import { addPerson } from "#app/commands/edit-person.ts";
import { addRoll } from "#app/commands/edit-roll.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { meetingPage } from "#app/queries/meeting-page.ts";
import { type Attendee, attendeesOf, type Person, peopleOf } from "#db/stores/roll.ts";
import type { TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { WEDNESDAY } from "./room.ts";

/** A body that calls the members of the party, and nobody else. */
export const ASSEMBLY = {
  name: "党员大会",
  methodId: "party-members",
  schedule: { every: "none" } as const,
  startTime: "19:00",
  place: "",
  ruleId: "residents-meeting",
};

export const memberWords = (name: string, votingRight = true) => {
  return { name, seat: "党员", unit: "2号楼", phone: "", votingRight };
};
/** Four people, three of them with voting right. */
export const PARTY = [
  memberWords("党建华"),
  memberWords("党小梅"),
  memberWords("党永平"),
  memberWords("党志强", false),
];

export type TwoRolls = {
  lake: SeededCommunity;
  /** 党员名册 */
  members: string;
  /** 党员大会 */
  bodyId: string;
  /** One planned meeting of each body. */
  wednesday: { id: string; code: string };
  assembly: { id: string; code: string };
  lines(meeting: { id: string }): Promise<Attendee[]>;
  onRoll(id: string | null): Promise<Person[]>;
  /** Whose roll the meeting's page names, 应到 and how many must come. */
  figures(meeting: { code: string }): Promise<Awaited<ReturnType<typeof meetingPage>>["roll"]>;
};

/** 相约星期三 with the cast on the own roll, and 党员大会 with a roll of its own; a meeting of each is planned. */
export async function twoRolls(house: TestHouse): Promise<TwoRolls> {
  const lake = await seedCommunity(house);
  const members = (await addRoll(house, lake.actor, { name: "党员名册", kind: "people" })).id;
  for (const person of PARTY) await addPerson(house, lake.actor, person, members);
  const bodyId = (await addBody(house, lake.actor, { ...ASSEMBLY, rollId: members })).id;
  const wednesday = await planMeeting(house, lake.actor, { body: lake.bodyId, startsAt: WEDNESDAY });
  const assembly = await planMeeting(house, lake.actor, { body: bodyId, startsAt: WEDNESDAY });
  house.published.length = 0;
  return {
    ...{ lake, members, bodyId, wednesday, assembly },
    lines: (meeting) => house.db.read((db) => attendeesOf(db, meeting.id)),
    onRoll: (id) => house.db.read((db) => peopleOf(db, lake.communityId, id)),
    figures: async ({ code }) => (await meetingPage(house, lake.actor, code)).roll,
  };
}
