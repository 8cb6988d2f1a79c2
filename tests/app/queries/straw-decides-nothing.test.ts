import mammoth from "mammoth";
import { afterEach, expect, it } from "vitest";
import { answerStraw } from "#app/commands/answer-straw.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closeStraw } from "#app/commands/close-straw.ts";
import { completeMeeting } from "#app/commands/complete-meeting.ts";
import { openStraw } from "#app/commands/open-straw.ts";
import { issuePage } from "#app/queries/issue-page.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { strawName } from "#app/text/terms.ts";
import { closedPollsAbout, pollsOf } from "#db/stores/poll.ts";
import { strawsOf } from "#db/stores/straw.ts";
import { meetingDocument } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arriveAsVoter } from "#tests/meeting.ts";
import type { CastMember } from "#tests/people.ts";
import { openRoom } from "../commands/room.ts";

let houses: TestHouse[] = [];
afterEach(async () => {
  await Promise.all(houses.map((house) => house.close()));
  houses = [];
});

const QUESTION = "路灯要不要装十盏，现在怎么看？";
const VOTERS: CastMember[] = ["chen", "liu", "wang", "li", "zhang", "household", "secretary"];

/** A meeting that talks about the lamps; in one of two the room is asked for its mood meanwhile, and everybody leans the same way. */
async function meetingThat(asks: boolean) {
  const house = openTestHouse();
  houses.push(house);
  const room = await openRoom(house);
  const { community, meetingId } = room;
  const { actor, people } = community;
  const { code } = await room.meeting();
  const item = await room.discuss(2);
  const voters = [];
  for (const who of VOTERS) voters.push(await arriveAsVoter(house, { id: meetingId, code }, people[who].id));
  if (asks) {
    const asked = { meetingId, question: QUESTION, options: ["倾向赞成", "倾向不赞成"], guests: true };
    const { id } = await openStraw(house, actor, asked);
    for (const voter of voters) await answerStraw(house, voter, { strawId: id, choice: "o1" });
    await closeStraw(house, actor, id);
  }
  const [issue, view] = [await room.issue(2), await meetingRoom(house, actor, code)];
  const polls = await house.db.read((db) => pollsOf(db, meetingId));
  const about = await house.db.read((db) => closedPollsAbout(db, issue.id));
  const page = await issuePage(house, actor, issue.id);
  await closeMeeting(house, actor, { meetingId, pending: "all" });
  await completeMeeting(house, actor, code, { place: "社区议事厅", chair: "周岚", recorder: "徐静" });
  const words = [];
  for (const genre of ["minutes", "attendance-sheet"] as const) {
    const { bytes } = await meetingDocument(house, actor, code, genre);
    words.push((await mammoth.extractRawText({ buffer: bytes })).value);
  }
  const straws = await house.db.read((db) => strawsOf(db, meetingId));
  return { polls, about, gates: { item: view.item, steps: page, agenda: view.agenda }, item, words, straws };
}

it("a mood check is no result: no poll, no gate and no paper knows of it, however clear the mood", async () => {
  const [asked, silent] = [await meetingThat(true), await meetingThat(false)];
  // The premise: it was held, and everybody leaned the same way.
  expect(asked.straws).toMatchObject([{ state: "closed", answered: 7, counts: { o1: 7, o2: 0 } }]);
  expect(silent.straws).toEqual([]);
  expect([asked.polls, asked.about]).toEqual([[], []]);
  const plain = (value: unknown) =>
    JSON.stringify(value)
      .replace(/"id\d{6}"/g, '"id"')
      .replace(/[0-9a-f]{64}/g, "hash");
  expect(plain(asked.gates)).toBe(plain(silent.gates));
  const papers = (told: { words: string[] }) => told.words.map((text) => text.replace(/[0-9a-f]{64}/g, "hash"));
  expect(papers(asked)).toEqual(papers(silent));
  for (const text of asked.words) for (const word of [strawName, QUESTION, "倾向"]) expect(text).not.toContain(word);
});
