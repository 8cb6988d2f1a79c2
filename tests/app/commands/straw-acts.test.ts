import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { closeStraw, discardStraw, putStrawAway } from "#app/commands/close-straw.ts";
import { openStraw } from "#app/commands/open-straw.ts";
import { strawText as text } from "#app/text/straw.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { openStrawRoom, type StrawRoom } from "./straw-room.ts";

let room: StrawRoom;
let house: StrawRoom["house"];
let lake: StrawRoom["lake"];
let meeting: StrawRoom["meeting"];
let members: StrawRoom["members"];
let ask: StrawRoom["ask"];
let answer: StrawRoom["answer"];
let answers: StrawRoom["answers"];
let shown: StrawRoom["shown"];
let kept: StrawRoom["kept"];
let entry: StrawRoom["entry"];
let secretPoll: StrawRoom["secretPoll"];
let files: StrawRoom["files"];
beforeEach(async () => {
  room = await openStrawRoom();
  ({ house, lake, meeting, members, ask, answer, answers, shown, kept, entry, secretPoll, files } = room);
});
afterEach(() => room.house.close());

describe("beside the acts that decide", () => {
  it("is not opened while people vote", async () => {
    const poll = await secretPoll();
    await expect(ask()).rejects.toThrow("poll-open");
    await closePoll(house, lake.actor, poll.id);
    expect(await ask()).toHaveProperty("id");
    await expect(ask()).rejects.toThrow("wrong-state");
  });

  it("makes way for a vote, with its sums as they are and a sentence why", async () => {
    const { id } = await ask();
    await answers(id, ["o1", "o1", "o2", "o1", "o1"]);
    await secretPoll();
    expect(await shown()).toBeNull();
    expect(await kept(id)).toMatchObject({ state: "closed", endedFor: "poll", answered: 5, counts: { o1: 4, o2: 1 } });
    expect((await entry(id, "close-straw"))?.data).toMatchObject({ why: text.endedFor.poll });
    expect(files()).not.toMatch(new RegExp(`${id}${members[0]?.personId}`));
    expect(await answer(members[0], id, "o1")).toEqual({ status: "closed" });
  });

  it("makes way when the room turns to another item, and when the meeting ends", async () => {
    const first = await ask();
    const [item] = await house.db.read((db) => agendaOf(db, meeting.id));
    await house.db.write(async (db) => db.update(db.tables.meeting).set({ currentItemId: null }));
    await chooseAgendaItem(house, lake.actor, { meetingId: meeting.id, agendaItemId: item?.id ?? "", from: "" });
    expect(await kept(first.id)).toMatchObject({ state: "closed", endedFor: "item", putAway: true });
    const second = await ask();
    await closeMeeting(house, lake.actor, { meetingId: meeting.id, pending: "all" });
    expect(await kept(second.id)).toMatchObject({ state: "closed", endedFor: "meeting", putAway: true });
    await expect(ask()).rejects.toThrow("wrong-state");
  });

  it("stays before the room until it is put away, or another one is asked", async () => {
    const { id } = await ask();
    await expect(putStrawAway(house, lake.actor, id)).rejects.toThrow("wrong-state");
    await closeStraw(house, lake.actor, id);
    expect(await shown()).toMatchObject({ id, state: "closed" });
    await putStrawAway(house, lake.actor, id);
    expect(await shown()).toBeNull();
    const second = await ask();
    expect(await shown()).toMatchObject({ id: second.id, state: "open" });
  });
});

it("is nobody's business in another community", async () => {
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  const { id } = await ask();
  const input = { meetingId: meeting.id, question: "越权", options: ["一", "二"] };
  await expect(openStraw(house, hill.actor, input)).rejects.toThrow("not-found");
  for (const act of [closeStraw, discardStraw, putStrawAway]) {
    await expect(act(house, hill.actor, id)).rejects.toThrow("not-found");
  }
  expect(await kept(id)).toMatchObject({ state: "open" });
});

describe("the file itself", () => {
  it("refuses to change what was asked or what came of it, and to close over answers that are left", async () => {
    const { id } = await ask();
    await answer(members[0], id, "o1");
    const hand = new SQLite(house.config.databaseFile);
    for (const statement of [
      "UPDATE straw_poll SET question = '另一个问题'",
      "UPDATE straw_poll SET options = '[]'",
      "UPDATE straw_poll SET guests = 0",
      "UPDATE straw_poll SET state = 'closed'",
    ]) {
      expect(() => hand.exec(statement), statement).toThrow(/mood check/);
    }
    await closeStraw(house, lake.actor, id);
    for (const statement of [
      "UPDATE straw_poll SET counts = '{}'",
      "UPDATE straw_poll SET answered = 9",
      "UPDATE straw_poll SET state = 'open'",
      `INSERT INTO straw_answer VALUES ('${id}', 'x', 'o1')`,
    ]) {
      expect(() => hand.exec(statement), statement).toThrow(/mood check/);
    }
    hand.close();
  });
});
