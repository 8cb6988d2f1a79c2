import { describe, expect, it } from "vitest";
import { partyMembers as method } from "#app/methods/party-members.ts";
import { decisionTable, outcome, posted, standing, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

describeTable(method, decisionTable("propose", true));

describe("党员大会", () => {
  it.each([
    [34, 18, 18, ["publish", ["fails-party-members"]]],
    [34, 30, 17, [["passes-party-members"], "publish-failed"]],
    [34, 17, 17, [["passes-party-members"], "publish-failed"]],
    [34, 16, 16, [["passes-party-members"], ["fails-party-members"]]],
    [33, 17, 17, ["publish", ["fails-party-members"]]],
  ])("of %i members due, %i present, %i in favour", (due, present, agree, outcomes) => {
    expect(voted(method, { due, present, for: agree })).toEqual(outcomes);
  });

  it("has the members with a vote checked before anybody is called", () => {
    const facts = { proposal: "入户道路改造", calledBy: "党支部委员会" };
    expect(outcome(method, standing(method, "propose"), "advance", facts)).toEqual(["voting-roll"]);
    expect(outcome(method, standing(method, "propose"), "advance", { ...facts, votingRoll: true })).toBe("notice");
  });

  it("shows nothing but the two thresholds as the Party's rule", () => {
    const lines = method.stages.flatMap((stage) =>
      stage.exits.flatMap((exit) => [...stage.gate, ...(exit.gate ?? [])]),
    );
    const ruled = lines.filter((line) => line.source.kind === "law").map((line) => line.id);
    expect(ruled).toEqual(["passes-party-members", "fails-party-members"]);
    expect(posted(method, "2026-12-01", "2026-12-08")).toEqual(["posted-7"]);
    expect(posted(method, "2026-12-01", "2026-12-09")).toBe("passed");
  });

  it("is reconsidered at the wish of a fifth of the members or the branch committee", () => {
    const here = standing(method, "publish-failed");
    const facts = { newFacts: "新的预算" };
    expect(outcome(method, here, "reconsider", { ...facts, reconsiderBy: "监督委员会" })).toEqual(["asked-by"]);
    expect(outcome(method, here, "reconsider", { ...facts, reconsiderBy: "党支部委员会" })).toBe("notice");
  });
});
