import { describe, expect, it } from "vitest";
import { villagerRepresentatives as method } from "#app/methods/villager-representatives.ts";
import { decisionTable, noticed, outcome, standing, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

describeTable(method, decisionTable("party-discussion", true));

describe("村民代表会议", () => {
  it("asks two thirds of all members and more than half of those present", () => {
    const vote = (present: number, agree: number) => voted(method, { due: 45, present, for: agree });
    const [passes, fails] = [["passes-villager-representatives"], ["fails-villager-representatives"]];
    expect(vote(30, 16)).toEqual(["publish", fails]);
    expect(vote(30, 15)).toEqual([passes, "publish-failed"]);
    expect(vote(29, 29)).toEqual([passes, fails]);
  });

  it("asks on what authority it decides (村组法 28)", () => {
    const facts = { proposal: "修机耕路", calledBy: "五分之一以上村民代表", partyOpinion: "同意提交" };
    expect(outcome(method, standing(method, "party-discussion"), "advance", facts)).toEqual(["authority"]);
  });

  it("gives its three days' notice as ours", () => {
    expect(noticed(method, "2026-12-01", "2026-12-03")).toEqual(["meeting-on"]);
    expect(noticed(method, "2026-12-01", "2026-12-04")).toBe("meeting");
    expect(method.stages.find((stage) => stage.id === "notice")?.deadline?.source.kind).toBe("default");
  });
});
