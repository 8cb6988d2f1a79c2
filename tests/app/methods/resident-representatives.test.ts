import { describe, expect, it } from "vitest";
import { residentRepresentatives as method } from "#app/methods/resident-representatives.ts";
import { decisionTable, noticed, outcome, standing, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

describeTable(method, decisionTable("party-discussion", true));

describe("居民代表会议", () => {
  it("asks two thirds of all members and more than half of those present", () => {
    const vote = (present: number, agree: number) => voted(method, { due: 60, present, for: agree });
    const [passes, fails] = [["passes-resident-representatives"], ["fails-resident-representatives"]];
    expect(vote(41, 21)).toEqual(["publish", fails]);
    expect(vote(41, 20)).toEqual([passes, "publish-failed"]);
    expect(vote(39, 39)).toEqual([passes, fails]);
    const abstaining = { due: 60, present: 41, for: 20, against: 5, abstain: 16 };
    expect(voted(method, abstaining)).toEqual([passes, "publish-failed"]);
  });

  it("sends too few home, to be called anew", () => {
    const here = standing(method, "vote");
    expect(outcome(method, here, "no-quorum", {})).toEqual(["quorum-note"]);
    expect(outcome(method, here, "no-quorum", { quorumNote: "应到 60 人，实到 39 人" })).toBe("notice");
  });

  it("gives its three days' notice as ours, since the law sets none", () => {
    expect(noticed(method, "2026-12-01", "2026-12-03")).toEqual(["meeting-on"]);
    expect(noticed(method, "2026-12-01", "2026-12-04")).toBe("meeting");
    const notice = method.stages.find((stage) => stage.id === "notice");
    expect([notice?.deadline?.source.kind, notice?.source?.kind]).toEqual(["default", "default"]);
    expect(notice?.exits[0]?.gate?.map((line) => line.source.kind)).toEqual(["default", "default"]);
  });

  it("hears the Party organisation first (居组法 30) and names its authority", () => {
    const facts = {
      proposal: "修缮活动室",
      calledBy: "居民委员会",
      authority: "居民会议授权",
      partyOpinion: "同意提交",
    };
    const here = standing(method, "party-discussion");
    expect(outcome(method, here, "advance", facts)).toBe("notice");
    expect(outcome(method, here, "advance", { ...facts, partyOpinion: "", authority: "" })).toEqual([
      "authority",
      "party-opinion",
    ]);
  });
});
