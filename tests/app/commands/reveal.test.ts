import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { revealOnPhones, revealPoll } from "#app/commands/steer-poll.ts";
import { phoneSceneOf, sceneOf } from "#app/domain/meeting/scene.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { journalOf } from "#db/journal.ts";
import { agendaOf, saveAgendaItem } from "#db/stores/meeting.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";
import { must } from "./room.ts";

let { house, community, meeting, open, close } = {} as PollRoom;
beforeEach(async () => {
  ({ house, community, meeting, open, close } = await pollRoom());
});
afterEach(() => house.close());

const later = (ms: number) => house.at(new Date(house.clock().getTime() + ms));
const told = async (id: string, act: string) =>
  must((await house.db.read((db) => journalOf(db, id))).find((entry) => entry.act === act)).data;

describe("a result on screen and on phones", () => {
  it("is switched for each by itself, in the journal, never while the poll is open", async () => {
    const { actor } = community;
    const id = await open("secret");
    await expect(revealOnPhones(house, actor, id, 2)).rejects.toThrow("poll-open");
    await close(id);
    await revealOnPhones(house, actor, id, 1);
    const shown = async () => {
      const { poll } = await meetingSnapshot(house, meeting.code);
      return [poll?.reveal, poll?.phoneReveal];
    };
    expect(await shown()).toEqual([0, 1]);
    await revealPoll(house, actor, id, 2);
    expect(await shown()).toEqual([2, 1]);
    await revealOnPhones(house, actor, id, null);
    expect(await shown()).toEqual([2, null]);
    expect(await told(id, "reveal-poll-on-phones")).toEqual({ reveal: 1 });
    expect((await house.db.read((db) => journalOf(db, id))).at(-1)?.data).toEqual({ reveal: "follow" });
    const stranger = { ...actor, communityId: "elsewhere" };
    await expect(revealOnPhones(house, stranger, id, 0)).rejects.toThrow("not-found");
  });

  it("stays on the phones alone once the room turned to an item after it, until the next vote", async () => {
    const { actor } = community;
    const id = await open("secret");
    await close(id);
    later(1000);
    const [item] = await house.db.read((db) => agendaOf(db, meeting.id));
    await house.db.write((db) => saveAgendaItem(db, must(item).id, { resumedAt: house.clock() }));
    expect((await meetingSnapshot(house, meeting.code)).poll).toBeNull();
    await revealOnPhones(house, actor, id, 2);
    const there = await meetingSnapshot(house, meeting.code);
    expect(there.poll).toMatchObject({ id, leftBehind: true });
    expect([sceneOf(there).name, phoneSceneOf(there).name]).toEqual(["item", "result"]);
    // Announcing it late tells the list of outcomes; the screen does not go back to it.
    await revealPoll(house, actor, id, 2);
    expect(sceneOf(await meetingSnapshot(house, meeting.code)).name).toBe("item");
    await revealOnPhones(house, actor, id, 0);
    expect((await meetingSnapshot(house, meeting.code)).poll).toBeNull();
    await revealOnPhones(house, actor, id, 1);
    later(1000);
    const next = await open("secret");
    expect((await meetingSnapshot(house, meeting.code)).poll).toMatchObject({ id: next, state: "open" });
  });
});
