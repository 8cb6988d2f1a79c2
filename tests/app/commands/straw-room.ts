import { readFileSync } from "node:fs";
import { answerStraw } from "#app/commands/answer-straw.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { openStraw, type StrawInput } from "#app/commands/open-straw.ts";
import type { Voter } from "#app/house.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { journalOf } from "#db/journal.ts";
import { strawById } from "#db/stores/straw.ts";
import { openTestHouse } from "#tests/house.ts";
import { arriveAsVoter, meetingInSession } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";

export const QUESTION = "大家现在怎么看装充电桩？";
export type StrawRoom = Awaited<ReturnType<typeof openStrawRoom>>;

/** A meeting in session with ten members and one guest, all checked in, and what is done there about mood checks. */
export async function openStrawRoom() {
  const house = openTestHouse();
  const lake = await seedCommunity(house);
  const meeting = await meetingInSession(house, lake);
  const lines = await house.db.read(async (db) => db.select().from(db.tables.attendee));
  const members: Voter[] = [];
  for (const { personId } of lines.filter((line) => line.votingRight)) {
    members.push(await arriveAsVoter(house, meeting, personId));
  }
  const asked = { meetingId: meeting.id, question: QUESTION, options: ["装", "不装"], guests: true };
  const ask = (more: Partial<StrawInput> = {}) => openStraw(house, lake.actor, { ...asked, ...more });
  const answer = (voter: Voter | undefined, strawId: string, choice: string) => {
    if (!voter) throw new Error("no such voter");
    return answerStraw(house, voter, { strawId, choice });
  };
  return {
    house,
    lake,
    meeting,
    members,
    guest: await arriveAsVoter(house, meeting, lake.people.observer.id),
    ask,
    answer,
    /** One member after the other. */
    async answers(strawId: string, choices: string[]): Promise<void> {
      for (const [n, choice] of choices.entries()) {
        const { status } = await answer(members[n], strawId, choice);
        if (status !== "answered") throw new Error(`the room's own premise: an answer was ${status}`);
      }
    },
    /** What the meeting's snapshot says of it. */
    shown: async (voter?: Voter) => (await meetingSnapshot(house, meeting.code, voter)).straw,
    kept: (id: string) => house.db.read((db) => strawById(db, id)),
    entry: async (id: string, act: string) =>
      (await house.db.read((db) => journalOf(db, id))).find((each) => each.act === act),
    secretPoll: () =>
      openPoll(house, lake.actor, {
        meetingId: meeting.id,
        question: "是否同意装充电桩？",
        mode: "secret",
        ruleId: "resident-representatives",
      }),
    /** Every byte of the database and its log. */
    files: () => ["", "-wal"].map((tail) => readFileSync(house.config.databaseFile + tail).toString("latin1")).join(""),
  };
}
