import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToAgenda } from "#app/commands/arrange-agenda.ts";
import { cancelMeeting } from "#app/commands/cancel-meeting.ts";
import { checkIn } from "#app/commands/check-in.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { editIssue } from "#app/commands/edit-issue.ts";
import { editMeeting } from "#app/commands/edit-meeting.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { bodyList } from "#app/queries/bodies.ts";
import { deskFrame } from "#app/queries/desk-frame.ts";
import { meetingsWithPapers } from "#app/queries/documents/page.ts";
import { meetingList } from "#app/queries/meeting-list.ts";
import { meetingPage } from "#app/queries/meeting-page.ts";
import { meetingProposal } from "#app/queries/meeting-plan.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { journalOf } from "#db/journal.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

const REASON = "台风预警，街道通知停开。";
let house: TestHouse;
let lake: SeededCommunity;
let issueId: string;
let meetingId: string;
let code: string;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  const issue = { title: "路灯不亮", place: "3号楼", category: "公共设施" };
  ({ id: issueId } = await enterIssue(house, lake.actor, issue));
  ({ id: meetingId, code } = await plan("2026-11-25"));
});
afterEach(() => house.close());

const plan = (day: string) =>
  planMeeting(house, lake.actor, { body: lake.bodyId, startsAt: atTime(day, "14:30"), issues: [issueId] });
const cancel = (reason = REASON) => cancelMeeting(house, lake.actor, { meetingId, reason });

describe("a meeting that is called off", () => {
  it("says so, with its reason, to everybody who looks", async () => {
    house.published.length = 0;
    const before = (await meetingSnapshot(house, code)).version;
    await cancel();
    const { version, meeting } = await meetingSnapshot(house, code);
    expect(version).toBeGreaterThan(before);
    expect(meeting).toMatchObject({ state: "cancelled", cancelReason: REASON });
    expect(house.published).toContainEqual({ meetingId, concern: "everyone" });
    const page = await meetingPage(house, lake.actor, code);
    expect(page.meeting).toMatchObject({ state: "cancelled", cancelReason: REASON });
    expect(page.agenda.map((item) => [item.title, item.movable])).toEqual([
      ["上周议定事项落实情况", false],
      ["路灯不亮", false],
    ]);
    const list = await meetingList(house, lake.actor);
    expect([list.coming, list.past.map((each) => each.state), list.held]).toEqual([[], ["cancelled"], 0]);
    expect((await meetingsWithPapers(house, lake.actor)).meetings).toMatchObject([{ code, state: "cancelled" }]);
    expect((await deskFrame(house, lake.actor)).meeting).toBeNull();
  });

  it("is in the journal with the reason and what was to be discussed", async () => {
    await cancel();
    const entry = (await house.db.read((db) => journalOf(db, meetingId))).at(-1);
    expect(entry).toMatchObject({ act: "cancel-meeting", data: { code, reason: REASON, items: ["路灯不亮"] } });
  });

  it("gives its issues back: they wait again, and may go onto another agenda", async () => {
    expect((await meetingProposal(house, lake.actor)).candidates).toEqual([]);
    await cancel();
    expect((await meetingProposal(house, lake.actor)).candidates.map((each) => each.id)).toEqual([issueId]);
    const next = await plan("2026-12-02");
    expect(next.existing).toBe(false);
    // What the cancelled meeting announced stays as it was announced.
    await editIssue(house, lake.actor, { ...WORDS, issueId, version: 1, title: "路灯修好又坏" });
    const titles = async (id: string) => (await house.db.read((db) => agendaOf(db, id))).map((item) => item.title);
    expect(await titles(meetingId)).toContain("路灯不亮");
    expect(await titles(next.id)).toContain("路灯修好又坏");
  });

  it("lets its day fall out: the next regular day is proposed, the same day may be planned again", async () => {
    await cancel();
    expect((await meetingProposal(house, lake.actor)).day).toBe("2026-12-02");
    expect((await bodyList(house, lake.actor)).bodies[0]?.next).toBe("2026-12-02");
    expect(await plan("2026-11-25")).toMatchObject({ existing: false });
  });

  it("has no papers but the one that says so", async () => {
    await cancel();
    const papers = await meetingDocuments(house, lake.actor, code);
    expect(papers.map(({ genre, missing }) => [genre, missing])).toEqual([["meeting-notice", []]]);
    expect(await refusalOf(meetingDocument(house, lake.actor, code, "attendance-sheet"))).toMatchObject({
      word: "document-not-ready",
    });
  });

  it("takes no further act", async () => {
    await cancel();
    const { actor, people } = lake;
    const { meeting, edition: _edition } = await meetingPage(house, actor, code);
    const words = { title: "另一个", day: "2026-11-26", time: "14:30", place: "", chair: "", recorder: "" };
    const token = personalToken(house, meetingId, people.chen.id, 1);
    const attempts = {
      open: openMeeting(house, actor, { meetingId }),
      close: closeMeeting(house, actor, { meetingId, pending: "all" }),
      edit: editMeeting(house, actor, { meetingId, edition: meeting.edition, ...words }),
      add: addToAgenda(house, actor, { meetingId, issues: [issueId] }),
      attend: markAttendance(house, actor, { meetingId, personId: people.chen.id, present: true }),
      "check in": checkIn(house, { code, token, device: { id: "phone" } }),
      cancel: cancel("再停一次"),
    };
    for (const [act, attempt] of Object.entries(attempts)) {
      expect(await refusalOf(attempt), act).toMatchObject({ word: "wrong-state" });
    }
    expect((await meetingSnapshot(house, code)).meeting.cancelReason).toBe(REASON);
  });
});

const WORDS = {
  detail: "",
  place: "3号楼",
  category: "公共设施",
  source: "",
  raisedBy: "",
  firstRaisedOn: "2026-11-23",
};

describe("calling off is refused", () => {
  it.each(["", "   ", "长".repeat(501)])("without a reason that can be read: %j", async (reason) => {
    expect(await refusalOf(cancel(reason))).toMatchObject({ word: "invalid-value", details: [{ field: "reason" }] });
    expect((await meetingSnapshot(house, code)).meeting.state).toBe("planned");
  });

  it("once the meeting is in session or over", async () => {
    await openMeeting(house, lake.actor, { meetingId });
    expect(await refusalOf(cancel())).toMatchObject({ word: "wrong-state" });
    await closeMeeting(house, lake.actor, { meetingId, pending: "all" });
    expect(await refusalOf(cancel())).toMatchObject({ word: "wrong-state" });
    expect((await meetingSnapshot(house, code)).meeting.state).toBe("closed");
  });

  it("for another community's meeting", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    expect(await refusalOf(cancelMeeting(house, hill.actor, { meetingId, reason: REASON }))).toMatchObject({
      word: "not-found",
    });
  });
});
