import { describe, expect, it } from "vitest";
import { beginDecision, comeBack } from "#app/domain/method/decision.ts";
import type { Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import { ownersDecision } from "#app/methods/owners-decision.ts";
import { outcome, standing } from "./assembly.ts";

const FOUR = { record: "换道闸", responsible: "物业经理", deadline: "2026-12-20", plan: "下周施工" };
const OUTSIDE = { ownerMatter: "不属于", ownerWords: [] as string[] };
const AGREED = { communityAgrees: true, ownersAgree: true, propertyAgrees: true };

/** What both property meetings must hold to: the owners' matters stopped, nobody outvoted. `first` is the stage that takes a matter in. */
export function describePropertyMeeting(method: MethodDefinition, first: string, own: Facts): void {
  const named = { title: "门口道闸坏了", place: "南门", category: "物业", ...own };

  describe(`${method.name}：九类业主事项`, () => {
    it("takes in nothing before the nine were looked at", () => {
      const here = standing(method, first);
      expect(outcome(method, here, "advance", { ...named, ownerWords: [] })).toEqual(["owner-matter"]);
      expect(outcome(method, here, "advance", { ...named, ownerWords: [], ownerMatter: "使用维修资金" })).toEqual([
        "owner-matter",
      ]);
      expect(outcome(method, here, "owners-matter", { ownerMatter: "使用维修资金" })).toBe("owners");
      expect(outcome(method, here, "owners-matter", { ownerMatter: "不属于" })).toEqual(["owner-matter-named"]);
    });

    it("wants words that sound like an owners' matter explained", () => {
      const here = standing(method, first);
      const facts = { ...named, ownerMatter: "不属于", ownerWords: ["维修资金"] };
      expect(outcome(method, here, "advance", facts)).toEqual(["owner-words"]);
      expect(outcome(method, here, "advance", { ...facts, ownerWordsReason: "只问余额在哪里查" })).not.toBeInstanceOf(
        Array,
      );
    });

    it("stops them again where the three would agree on them", () => {
      const here = standing(method, "opinion");
      const facts = { ...FOUR, ...AGREED, ownerMatter: "使用维修资金", ownerWords: ["维修资金"] };
      expect(outcome(method, here, "set-deadline", facts)).toEqual(["owner-matter", "owner-words"]);
      expect(outcome(method, here, "owners-matter", facts)).toBe("owners");
    });

    it("goes into the owners' decision with a suggestion, and comes back with what they decided", () => {
      const here = standing(method, "owners");
      const event = { type: "owners-decision", facts: { suggestion: "动用维修资金换道闸" } };
      const { snapshot } = beginDecision(method, here, event, ownersDecision);
      expect([snapshot.method, snapshot.value, snapshot.outer?.value]).toEqual([
        "owners-decision",
        "propose",
        "owners",
      ]);
      expect(comeBack(ownersDecision, { ...snapshot, value: "passed" }, method, {})?.stage.id).toBe("carry-out");
      expect(comeBack(ownersDecision, { ...snapshot, value: "failed" }, method, {})?.stage.id).toBe("declined");
      expect(comeBack(ownersDecision, { ...snapshot, value: "withdrawn" }, method, {})?.stage.id).toBe("owners");
      expect(() => beginDecision(method, here, { ...event, facts: {} }, ownersDecision)).toThrow("gate-not-met");
    });
  });

  describe(`${method.name}：三方一致`, () => {
    it.each([
      ["communityAgrees", "community-agrees"],
      ["ownersAgree", "owners-agree"],
      ["propertyAgrees", "property-agrees"],
    ])("is no consensus without %s, but a difference", (missing, id) => {
      const here = standing(method, "opinion");
      const facts = { ...FOUR, ...OUTSIDE, ...AGREED, response: "当场换好", partyAgrees: true };
      expect(outcome(method, here, "set-deadline", facts)).toBe("execute");
      expect(outcome(method, here, "resolve-now", facts)).toBe("publish");
      expect(outcome(method, here, "set-deadline", { ...facts, [missing]: false })).toEqual([id]);
      expect(outcome(method, here, "resolve-now", { ...facts, [missing]: false })).toEqual([id]);
      expect(outcome(method, here, "differ", { differences: "物业不同意出钱" })).toBe("differences");
    });

    it("does not ask for opinions before all sides came", () => {
      const fixed = method.seats.filter((seat) => seat.kind === "fixed").map((seat) => seat.id);
      const here = standing(method, "meeting");
      const met = (seatsPresent: string[]) => outcome(method, here, "advance", { statements: 2, seatsPresent });
      expect(met([...fixed, "owner-representative"])).toBe("opinion");
      expect(met([...fixed, "owners-committee"])).toBe("opinion");
      expect(met(fixed)).toEqual(["owners-side"]);
      expect(met(["community", "owners-committee"])).toHaveLength(1);
    });

    it("calls nothing ours a law", () => {
      const lines = method.stages.flatMap((stage) => [
        ...stage.gate,
        ...stage.exits.flatMap((exit) => exit.gate ?? []),
      ]);
      const laws = new Set(lines.filter((line) => line.source.kind === "law").map((line) => line.id));
      expect([...laws].sort()).toEqual(["owner-matter", "owner-matter-named", "posted-15", "posted-at", "posted-on"]);
    });
  });
}
