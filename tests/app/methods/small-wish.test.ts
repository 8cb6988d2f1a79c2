import { describe, expect, it } from "vitest";
import { smallWish as method } from "#app/methods/small-wish.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(method, {
  collect: { advance: "verify", reject: "rejected", merge: "merged", withdraw: "withdrawn" },
  verify: { advance: "pool", return: "collect", reject: "rejected", withdraw: "withdrawn" },
  pool: { advance: "grant", unclaimed: "answered", return: "verify", withdraw: "withdrawn" },
  grant: { advance: "confirm", "give-up": "pool", overdue: "pool", withdraw: "withdrawn" },
  confirm: { advance: "granted", return: "grant", postpone: "pool" },
  granted: {},
  answered: {},
  rejected: {},
  withdrawn: {},
  merged: {},
});

const ADULT = { wisherAge: "成年人" };

describe("微心愿", () => {
  it.each([
    "联系 13812345678 送书包",
    "3 号楼 2 单元 501 的孩子想要书包",
    "身份证 320705198001011234 的老人想要米面",
    "",
  ])("is not published as %j", (publicText) => {
    expect(tried(method, "verify", "advance", { ...ADULT, publicText })).toEqual(["public-text"]);
  });

  it("is published without names", () => {
    expect(tried(method, "verify", "advance", { ...ADULT, publicText: "某学生想要一个新书包" })).toBe("pool");
    expect(tried(method, "verify", "advance", { ...ADULT, nameHidden: false })).toEqual(["name-hidden"]);
  });

  it.each([
    ["不满 14 周岁", "guardian"],
    ["14 至 17 周岁", "guardian-teenager"],
  ])("asks the guardian of a child %s", (wisherAge, id) => {
    expect(tried(method, "verify", "advance", { wisherAge })).toEqual([id]);
    expect(tried(method, "verify", "advance", { wisherAge, guardianConsent: true })).toBe("pool");
  });

  it("publishes nothing before the age is known", () => {
    expect(tried(method, "verify", "advance", { wisherAge: "" })).toEqual(["age-known"]);
  });

  it("goes back to the pool when given up, or when fifteen days ran out", () => {
    expect(tried(method, "grant", "overdue", { claimedOn: "2026-12-01", today: "2026-12-16" })).toEqual(["claim-over"]);
    expect(tried(method, "grant", "overdue", { claimedOn: "2026-12-01", today: "2026-12-17" })).toBe("pool");
    expect(tried(method, "grant", "give-up", { giveUpWhy: "" })).toEqual(["give-up-why"]);
  });

  it("is granted when the person says so", () => {
    expect(tried(method, "confirm", "advance", { partyAgrees: false })).toEqual(["wisher-confirms"]);
    expect(tried(method, "confirm", "return", { redone: 1 })).toEqual(["returned"]);
    // Sent back for its papers before is not done over: it does not use up the one time.
    expect(tried(method, "confirm", "return", { returned: 3 })).toBe("grant");
  });

  it("shows the consent under fourteen as law, above it as ours", () => {
    expect(calledLaw(method)).toEqual([
      "verify/guardian 《中华人民共和国个人信息保护法》第31条",
      "verify/name-hidden 《中华人民共和国个人信息保护法》第25条",
    ]);
  });

  it("names no rate and no rank among what it asks", () => {
    const texts = method.stages.flatMap((stage) =>
      stage.exits.flatMap((exit) => (exit.gate ?? []).map((line) => line.text)),
    );
    expect(texts.filter((text) => /率|排名|积分/u.test(text))).toEqual([]);
  });
});
