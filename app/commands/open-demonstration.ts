import { dayOf } from "#app/domain/calendar/day.ts";
import type { Actor, House } from "#app/house.ts";
import { demonstrationIssues, demonstrationName, demonstrationText as text } from "#app/text/demonstration.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { attendeesOf, insertPeople } from "#db/stores/roll.ts";
import { makeApiToken } from "./api-tokens.ts";
import { enterIssue } from "./enter-issue.ts";
import { personalToken } from "./meeting-roll.ts";
import { openMeeting } from "./open-meeting.ts";
import { planMeeting } from "./plan-meeting.ts";
import { record } from "./record.ts";
import { createCommunity } from "./set-up.ts";

export type Demonstration = {
  meeting: string;
  staff: { username: string; password: string; apiToken: string };
  voters: { id: string; name: string; token: string }[];
};

/** Adds a demonstration community whose meeting is in session, with exactly `voters` entitled people and nobody checked in. */
export async function openDemonstration(
  house: House,
  { voters, password }: { voters: number; password: string },
): Promise<Demonstration> {
  const username = `demo-${house.newId().slice(0, 8)}`;
  const { community, street, secretary } = text;
  const account = { community, street, name: secretary, username, password, demonstration: true };
  const ids = await createCommunity(house, account);
  const actor: Actor = { kind: "staff", ...ids, name: secretary, role: "secretary" };
  await enrol(house, actor, voters);
  const issues: string[] = [];
  for (const issue of Object.values(demonstrationIssues)) issues.push((await enterIssue(house, actor, issue)).id);
  const plan = { body: ids.bodyId, startsAt: house.clock(), recorder: text.recorder, issues };
  const { id } = await planMeeting(house, actor, plan);
  await openMeeting(house, actor, { meetingId: id });
  const { token: apiToken } = await makeApiToken(house, actor, text.apiLabel);
  return { meeting: await codeOf(house, id), staff: { username, password, apiToken }, voters: await slips(house, id) };
}

async function enrol(house: House, actor: Actor, voters: number): Promise<void> {
  const { communityId } = actor;
  const createdAt = house.clock();
  const rows = Array.from({ length: voters }, (_, n) => {
    const unit = `${(n % 12) + 1}号楼${(n % 3) + 1}单元`;
    const seat = n === 0 ? "社区党委书记" : n % 10 === 1 ? "党员中心户" : "居民代表";
    return { id: house.newId(), communityId, name: demonstrationName(n), seat, unit, votingRight: true, createdAt };
  });
  // Without a vote, so that all four fixed seats of the roundtable can be filled by ticking.
  const manager = { ...text.manager, id: house.newId(), communityId, votingRight: false, createdAt };
  await house.db.write(async (db) => {
    await insertPeople(db, [...rows, manager]);
    await record(house, db, actor, "plant-demonstration", communityId, { people: rows.length, day: dayOf(createdAt) });
  });
}

async function codeOf(house: House, meetingId: string): Promise<string> {
  return (await house.db.read((db) => meetingById(db, meetingId)))?.code ?? "";
}

async function slips(house: House, meetingId: string): Promise<Demonstration["voters"]> {
  const lines = await house.db.read((db) => attendeesOf(db, meetingId));
  const entitled = lines.filter((line) => line.votingRight);
  return entitled.map(({ personId, name, tokenRound }) => ({
    id: personId,
    name,
    token: personalToken(house, meetingId, personId, tokenRound),
  }));
}
