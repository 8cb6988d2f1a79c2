import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { moveDeadline } from "#app/commands/update-action-item.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { documentsPage, meetingsWithPapers } from "#app/queries/documents/page.ts";
import { actionItemsOfMeeting } from "#db/stores/issue.ts";
import { meetingById, saveMeeting } from "#db/stores/meeting.ts";
import { openRoom } from "#tests/app/commands/room.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { refusalOf } from "#tests/refusal.ts";
import { holdTwoWednesdays } from "./two-wednesdays.ts";

let house: TestHouse;
beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

const at = (code: string): SourceRef => ({ kind: "meeting", id: code });

/** One of the three that are told of here. */
const isOne = ({ genre }: { genre: string }) => ["attendance-sheet", "minutes", "result-notice"].includes(genre);

/** A meeting with three issues and nobody's contact in the settings. */
async function planned(opened = false) {
  const room = await openRoom(house, { opened });
  const { code } = await room.meeting();
  const { actor } = room.community;
  const missing = async () =>
    Object.fromEntries(
      (await meetingDocuments(house, actor, code)).filter(isOne).map(({ genre, missing }) => [genre, missing]),
    );
  return { ...room, actor, code, missing };
}

describe("what a paper still lacks", () => {
  it("is nothing that anybody could still enter, where the time of such a paper is over", async () => {
    const { actor, code, meetingId } = await planned(true);
    const gapsOf = async (genre: string) =>
      (await documentsPage(house, actor, at(code), {})).papers.find((paper) => paper.genre === genre)?.gaps;
    expect(await gapsOf("ballot-paper")).toEqual([]);
    await closeMeeting(house, actor, { meetingId, pending: "all" });
    expect(await gapsOf("ballot-paper")).toEqual([{ part: "会议已经结束，没有要印的票", enteredIn: "past" }]);
    const announced = await gapsOf("issue-announcement");
    expect(announced).toContainEqual({ part: "会议已经开始，不再征求意见", enteredIn: "past" });
    expect(announced?.map(({ enteredIn }) => enteredIn)).not.toContain("notice");
  });

  it("before the meeting: all that only the meeting gives; the sheet can be printed", async () => {
    const { missing, actor, code } = await planned();
    expect(await missing()).toEqual({
      "attendance-sheet": ["记录人"],
      minutes: ["散会时间", "记录人", "议题1的处理结果", "议题2的处理结果", "议题3的处理结果"],
      "result-notice": ["散会时间", "有结果的议题", "公示联系人", "联系电话", "监督电话"],
    });
    expect((await documentsPage(house, actor, at(code), {})).of).toMatchObject({ kind: "meeting", blanks: [] });
  });

  it("after it: what was left open in the plan and in the settings, with the place where it is entered", async () => {
    const { actor, code, meetingId, missing } = await planned(true);
    await closeMeeting(house, actor, { meetingId, pending: "all" });
    expect(await missing()).toEqual({
      "attendance-sheet": ["记录人"],
      minutes: ["记录人"],
      "result-notice": ["公示联系人", "联系电话", "监督电话"],
    });
    const page = await documentsPage(house, actor, at(code), {});
    expect(page.of).toMatchObject({ blanks: ["recorder"] });
    expect(page.papers.filter(isOne).map(({ gaps }) => gaps.map(({ enteredIn }) => enteredIn))).toEqual([
      ["plan"],
      ["plan"],
      ["settings", "settings", "settings"],
    ]);
    const refused = await refusalOf(meetingDocument(house, actor, code, "minutes"));
    expect(refused).toEqual({ word: "document-not-ready", details: { missing: ["记录人"] } });
  });
});

describe("whose papers", () => {
  it("only the community's own staff reach them; unknown papers and meetings are not found", async () => {
    const { code, actor } = await planned();
    const { actor: stranger } = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    expect(stranger.communityId).not.toBe(actor.communityId);
    for (const asked of [
      meetingDocuments(house, stranger, code),
      meetingDocument(house, stranger, code, "attendance-sheet"),
      documentsPage(house, stranger, at(code), {}),
      meetingDocument(house, actor, code, "toString"),
      meetingDocument(house, actor, "NOSUCH22", "minutes"),
    ]) {
      await expect(asked).rejects.toMatchObject({ word: "not-found" });
    }
    expect((await meetingsWithPapers(house, stranger)).meetings).toEqual([]);
    expect((await meetingsWithPapers(house, actor)).meetings).toMatchObject([{ code }]);
  });
});

describe("papers of a meeting that is over", () => {
  it("keep what was promised there, whatever becomes of it later", async () => {
    const { lake, code, meetingId } = await holdTwoWednesdays(house);
    const text = async (genre: string) =>
      paragraphTexts(openWord((await meetingDocument(house, lake.actor, code, genre)).bytes).body).join("\n");
    const before = await text("minutes");
    const [lamps] = await house.db.read((db) => actionItemsOfMeeting(db, meetingId));
    if (!lamps) throw new Error("the second Wednesday promised something");
    house.at(atTime("2026-12-09", "10:00"));
    await moveDeadline(house, lake.actor, { ...lamps, deadline: "2026-12-24", reason: "等灯头到货" });
    await takeStep(house, lake.actor, { issueId: lamps.issueId, event: "escalate", reason: "转街道办理" });
    const [now] = await house.db.read((db) => actionItemsOfMeeting(db, meetingId));
    expect(now).toMatchObject({ state: "cancelled", deadline: "2026-12-24" });
    expect(await text("minutes")).toBe(before);
    expect(await text("result-notice")).toContain("完成时限：2026年12月10日。");
  });
});

describe("the notice's first day", () => {
  it("is today, or the meeting's day while that is to come, or chosen within a year", async () => {
    const { actor, code, meetingId } = await planned();
    house.at(atTime("2026-11-23", "09:00"));
    const notice = async (from?: string) => (await documentsPage(house, actor, at(code), { from })).notice;
    expect(await notice()).toMatchObject({ from: "2026-11-25", until: "2026-12-10" });
    const closedAt = atTime("2026-11-25", "16:00");
    await house.db.write((db) => saveMeeting(db, meetingId, { state: "closed", openedAt: closedAt, closedAt }));
    expect((await house.db.read((db) => meetingById(db, meetingId)))?.closedAt).toEqual(closedAt);
    house.at(atTime("2026-11-30", "09:00"));
    expect(await notice()).toMatchObject({ from: "2026-11-30", until: "2026-12-15", earliest: "2026-11-25" });
    expect(await notice("2026-12-01")).toMatchObject({ from: "2026-12-01", until: "2026-12-16" });
    for (const from of ["2026-11-24", "2027-12-01", "9999-12-31", "0001-01-01"]) {
      await expect(notice(from)).rejects.toMatchObject({ word: "invalid-value", details: [{ field: "from" }] });
    }
  });
});
