import { describe, expect, it } from "vitest";
import { collectiveAssembly as method } from "#app/methods/collective-assembly.ts";
import { decisionTable, noticed, outcome, standing, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

describeTable(method, decisionTable("party-discussion", false));

describe("农村集体经济组织成员大会", () => {
  it("asks two thirds of all members in favour, not of those who came", () => {
    const vote = (present: number, agree: number) => voted(method, { due: 300, present, for: agree });
    const [passes, fails] = [["passes-collective-assembly"], ["fails-collective-assembly"]];
    expect(vote(200, 200)).toEqual(["publish", fails]);
    expect(vote(290, 199)).toEqual([passes, "publish-failed"]);
    expect(vote(199, 199)).toEqual([passes, fails]);
  });

  it("asks ten days' notice", () => {
    expect(noticed(method, "2026-12-01", "2026-12-10")).toEqual(["meeting-on"]);
    expect(noticed(method, "2026-12-01", "2026-12-11")).toBe("meeting");
  });

  it("has those online and proxies of the same household checked", () => {
    const facts = { today: "2026-12-20", meetingOn: "2026-12-20", statements: 1 };
    const go = (more: object) => outcome(method, standing(method, "meeting"), "advance", { ...facts, ...more });
    expect(go({})).toEqual(["taking-part"]);
    expect(go({ takingPart: "都在现场" })).toBe("vote");
    expect(go({ takingPart: "有人在线参加或委托同户成员" })).toEqual(["absent-checked"]);
    expect(go({ takingPart: "有人在线参加或委托同户成员", absentChecked: true })).toBe("vote");
  });

  it("has the Party's discussion from the law, whose 26th article asks it", () => {
    const first = method.stages.find((stage) => stage.id === "party-discussion");
    const opinion = first?.exits[0]?.gate?.find((line) => line.fact === "partyOpinion");
    for (const source of [first?.source, opinion?.source]) {
      expect(source).toMatchObject({ kind: "law", article: "第26条", inForce: "2025-05-01" });
    }
  });

  it("shows the publication as ours", () => {
    const kinds = method.stages
      .filter((stage) => ["publish", "publish-failed"].includes(stage.id))
      .flatMap((stage) => stage.exits.flatMap((exit) => exit.gate ?? []))
      .map((line) => line.source.kind);
    expect(new Set(kinds)).toEqual(new Set(["default", "public"]));
  });
});
