import { describe, expect, it } from "vitest";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { residentsMeeting as method } from "#app/methods/residents-meeting.ts";
import { decisionTable, noticed, outcome, posted, standing, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

describeTable(method, decisionTable("party-discussion", true));

const BY_HEADS = "按人（18 周岁以上）";
const BY_HOUSEHOLDS = "按户（每户一名代表）";

describe("居民会议", () => {
  it.each([
    [BY_HEADS, "residents-meeting"],
    [BY_HOUSEHOLDS, "residents-meeting-by-household"],
  ])("asks more than half present and more than half of those, counted %s", (countedBy, rule) => {
    const vote = (present: number, agree: number) => voted(method, { due: 100, present, for: agree }, { countedBy });
    expect(vote(51, 26)).toEqual(["publish", [`fails-${rule}`]]);
    expect(vote(51, 25)).toEqual([[`passes-${rule}`], "publish-failed"]);
    expect(vote(50, 50)).toEqual([[`passes-${rule}`], [`fails-${rule}`]]);
  });

  it("lets nobody through without saying how it is counted", () => {
    expect(voted(method, { due: 100, present: 100, for: 100 })).toEqual([["counted-by"], ["counted-by"]]);
  });

  it("asks ten days between notice and meeting, the day of the notice not counted", () => {
    const facts = { countedBy: BY_HEADS };
    expect(noticed(method, "2026-12-01", "2026-12-10", facts)).toEqual(["meeting-on"]);
    expect(noticed(method, "2026-12-01", "2026-12-11", facts)).toBe("meeting");
  });

  it("does not meet before the day that was announced", () => {
    const here = standing(method, "meeting");
    const facts = { meetingOn: "2026-12-11", statements: 3 };
    expect(outcome(method, here, "advance", { ...facts, today: "2026-12-10" })).toEqual(["meeting-day"]);
    expect(outcome(method, here, "advance", { ...facts, today: "2026-12-11" })).toBe("vote");
  });

  it("meets at short notice in special circumstances, and makes up for it before the decision stands", () => {
    const notice = standing(method, "notice");
    expect(outcome(method, notice, "urgent", { meetingOn: "2026-12-02" })).toEqual(["urgent-ground"]);
    expect(outcome(method, notice, "urgent", { meetingOn: "2026-12-02", urgentGround: "停水停电" })).toBe("meeting");
    expect(posted(method, "2026-12-01", "2026-12-20", { urgent: 1 })).toEqual(["urgent-made-up"]);
    expect(posted(method, "2026-12-01", "2026-12-20", { urgent: 1, urgentNotice: true })).toBe("passed");
  });

  it("publishes for fifteen days; a last day in the Spring Festival moves on", () => {
    expect(posted(method, "2026-12-01", "2026-12-16")).toEqual(["posted-15"]);
    expect(posted(method, "2026-12-01", "2026-12-17")).toBe("passed");
    expect(proposedDeadline(method, "publish", "2026-02-02")).toBe("2026-02-24");
    expect(posted(method, "2026-02-02", "2026-02-24")).toEqual(["posted-15"]);
    expect(posted(method, "2026-02-02", "2026-02-25")).toBe("passed");
  });

  it("does not stand while an objection waits for its answer", () => {
    expect(posted(method, "2026-12-01", "2026-12-17", { objections: 2, answered: 1 })).toEqual(["objections"]);
    expect(posted(method, "2026-12-01", "2026-12-17", { objections: 2, answered: 2 })).toBe("passed");
  });

  it("has charters put on file", () => {
    const matterKind = "居民自治章程、居民公约";
    expect(posted(method, "2026-12-01", "2026-12-17", { matterKind })).toEqual(["filed-with"]);
    expect(posted(method, "2026-12-01", "2026-12-17", { matterKind, filedWith: "街道办事处" })).toBe("passed");
  });

  it("is reconsidered once, on new facts", () => {
    const facts = { newFacts: "新的报价", reconsiderBy: "监督委员会" };
    expect(outcome(method, standing(method, "publish"), "reconsider", facts)).toBe("notice");
    expect(outcome(method, standing(method, "publish", { reconsidered: 1 }), "reconsider", facts)).toEqual([
      "reconsidered",
    ]);
    expect(outcome(method, standing(method, "publish-failed"), "reconsider", {})).toEqual(["new-facts", "asked-by"]);
  });

  it("shows the fifteen days of a failed vote as ours, those of a decision as the law's", () => {
    const sources = (stage: string) =>
      method.stages.find((each) => each.id === stage)?.exits[0]?.gate?.map((each) => [each.id, each.source.kind]);
    expect(sources("publish")).toContainEqual(["posted-15", "law"]);
    expect(sources("publish-failed")).toContainEqual(["posted-15", "default"]);
  });
});
