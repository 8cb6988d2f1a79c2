import { castBallot } from "#app/commands/cast-ballot.ts";
import { addBody } from "#app/commands/edit-body.ts";
import { addRoll } from "#app/commands/edit-roll.ts";
import { importOwners, previewOwners, stageOwners } from "#app/commands/import-owners.ts";
import { noticeOwnersPoll, openOwnersVote, prepareOwnersPoll } from "#app/commands/owners-poll.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import type { Actor } from "#app/house.ts";
import { ownersVotePage } from "#app/queries/owners-vote.ts";
import { journalPage } from "#db/journal.ts";
import { pollById } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arriveAsVoter } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { makeWorkbook } from "#tests/workbook.ts";

/** A moment in Shanghai. */
export const at = (text: string) => new Date(`${text}+08:00`);
export const NOTICED = at("2026-12-01T10:00:00");
export const OPENS = at("2026-12-17T08:00:00");
export const ENDS = at("2026-12-27T20:00:00");
/** What the page of a vote is asked for when nothing is looked for. */
export const VIEW = { search: "", building: null, owner: null, page: 1 };

/** Nine heads: 陆长河 has three units in two buildings. 1,000.00 m² in all. */
const ESTATE: readonly (readonly [string, string, string, string])[] = [
  ["1栋", "101", "100", "陆长河"],
  ["1栋", "102", "100", "陆长河"],
  ["2栋", "101", "200.5", "陆长河"],
  ["1栋", "201", "99.5", "田晓月"],
  ["1栋", "202", "50", "韦国兴"],
  ["2栋", "201", "50", "罗小曼"],
  ["2栋", "202", "50", "梁德福"],
  ["2栋", "301", "50", "孔若水"],
  ["2栋", "302", "100", "严清扬"],
  ["3栋", "101", "100", "沈佩芬"],
  ["3栋", "102", "100", "许永年"],
];

const phoneOf = (name: string, index: number) => (name === "陆长河" ? "13900000001" : `1390000010${index % 10}`);

type More = { items?: string; ruleId?: "owners-general" | "owners-special" };
type Times = { opensAt?: Date; endsAt?: Date };

/** A house on the day of the notice, with this estate's owners on a roll and a meeting of theirs planned; and what is done there. */
export async function openEstate() {
  const house = openTestHouse({ at: NOTICED });
  const { actor } = await seedCommunity(house);
  const { id: meetingId, code } = await planVote(house, actor);
  const pollOf = async (id: string) => {
    const poll = await house.db.read((db) => pollById(db, id));
    if (!poll) throw new Error("no poll");
    return poll;
  };
  const attendees = () => house.db.read((db) => attendeesOf(db, meetingId));
  const personOf = async (name: string) => {
    const line = (await attendees()).find((each) => each.name === name);
    if (!line) throw new Error(`${name} is not on the roll`);
    return line.personId;
  };
  const prepare = (more: More = {}) =>
    prepareOwnersPoll(house, actor, meetingId, { question: "更换电梯", items: "", ruleId: "owners-general", ...more });
  const notice = async (pollId: string, times: Times = { endsAt: ENDS }) => {
    const { version } = await pollOf(pollId);
    return noticeOwnersPoll(house, actor, { pollId, version, opensAt: undefined, endsAt: undefined, ...times });
  };
  return {
    ...{ house, actor, meetingId, code, pollOf, attendees, personOf, prepare, notice },
    page: () => ownersVotePage(house, actor, code, VIEW),
    /** Entries of the journal by this act. */
    async acts(act: string) {
      const entries = await house.db.read((db) => journalPage(db, actor.communityId, { limit: 200 }));
      return entries.filter((entry) => entry.act === act);
    },
    /** Prepared, posted and opened 16 days after. */
    async running(more: More = {}): Promise<string> {
      const { id } = await prepare(more);
      await notice(id);
      house.at(OPENS);
      await openOwnersVote(house, actor, id);
      return id;
    },
    async byPhone(pollId: string, name: string, choice: unknown) {
      const voter = await arriveAsVoter(house, { id: meetingId, code }, await personOf(name));
      return (await castBallot(house, voter, { pollId, choice })).status;
    },
  };
}

export type Estate = Awaited<ReturnType<typeof openEstate>>;

async function planVote(house: TestHouse, actor: Actor) {
  const { id: rollId } = await addRoll(house, actor, { name: "翠湖花园业主", kind: "owners" });
  const rows = ESTATE.map((unit, index) => [...unit, phoneOf(unit[3], index)]);
  const bytes = makeWorkbook([["楼栋", "房号", "面积", "业主", "手机"], ...rows]);
  await stageOwners(house, actor, rollId, { name: "a.xlsx", bytes });
  const preview = await previewOwners(house, actor, rollId);
  await importOwners(house, actor, rollId, { planId: preview?.planId ?? "", missing: "keep" });
  const words = {
    name: "业主大会",
    methodId: "owners-decision",
    startTime: "09:00",
    place: "",
    ruleId: "owners-committee",
  };
  const body = await addBody(house, actor, { ...words, schedule: { every: "none" }, rollId });
  return planMeeting(house, actor, { body: body.id, startsAt: at("2026-12-27T09:00:00"), recorder: "" });
}
