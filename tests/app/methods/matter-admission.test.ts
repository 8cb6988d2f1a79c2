import { describe, expect, it } from "vitest";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { nextSteps, startMethod } from "#app/domain/method/step.ts";
import { matterAdmission as method } from "#app/methods/matter-admission.ts";
import { at } from "./solve.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(method, {
  apply: {
    advance: "street-check",
    "on-list": "on-list",
    "cancelled-certificate": "refused",
    urgent: "emergency",
    reject: "rejected",
    withdraw: "withdrawn",
  },
  emergency: { advance: "street-check", over: "emergency-over", withdraw: "withdrawn" },
  "street-check": { advance: "approval", refuse: "refused", return: "apply", withdraw: "withdrawn" },
  approval: {
    "civil-affairs-review": "approval",
    "organisation-review": "approval",
    advance: "listed",
    refuse: "refused",
    return: "street-check",
    withdraw: "withdrawn",
  },
  listed: { advance: "expired", renew: "apply", revoke: "revoked", correction: "listed" },
  "on-list": {},
  expired: {},
  revoked: {},
  refused: {},
  "emergency-over": {},
  rejected: {},
  withdrawn: {},
});

const OUTSIDE = "三张清单以外";

describe("社区事项准入", () => {
  it.each(["依法履职清单内", "协助履职清单内", "出具证明清单内"])(
    "lets what is on a list through at once: %s",
    (whichList) => {
      expect(tried(method, "apply", "on-list", { whichList, listFunds: "区民政局" })).toBe("on-list");
      expect(tried(method, "apply", "advance", { whichList })).toEqual(["which-list"]);
    },
  );

  it("blocks what is on none until it is approved", () => {
    expect(tried(method, "apply", "on-list", { whichList: OUTSIDE })).toEqual(["which-list"]);
    expect(tried(method, "apply", "advance", { whichList: OUTSIDE, funds: "", basis: "" })).toEqual(["basis", "funds"]);
    const reachable = new Set(["apply"]);
    for (const id of reachable) {
      const stage = method.stages.find((each) => each.id === id);
      for (const way of stage && id !== "approval" ? [...stage.exits, ...stage.exceptions] : []) reachable.add(way.to);
    }
    expect(reachable).not.toContain("listed");
  });

  it("asks who pays for help that the community only gives", () => {
    expect(tried(method, "apply", "on-list", { whichList: "协助履职清单内", listFunds: "" })).toEqual(["list-funds"]);
  });

  it("waits for both departments", () => {
    const stage = method.stages.find((each) => each.id === "approval");
    const steps = stage && nextSteps(method, at(method, stage, {}, false), {});
    expect(steps?.find((each) => each.event === "advance")?.checklist.slice(0, 2)).toMatchObject([
      { id: "civil-affairs-review", met: false },
      { id: "organisation-review", met: false },
    ]);
  });

  it("lets an emergency begin, with its cause, and has it made up for", () => {
    expect(tried(method, "apply", "urgent", { urgentGround: "领导交办" })).toEqual(["urgent-ground"]);
    expect(tried(method, "apply", "urgent", { urgentGround: "灾害" })).toBe("emergency");
    expect(tried(method, "emergency", "advance", { basis: "" })).toEqual(["basis"]);
  });

  it("gives an entry its first and last day, and takes it off only when they are over", () => {
    expect(tried(method, "approval", "advance", { listedFrom: "2027-01-01", listedUntil: "2027-01-01" })).toEqual([
      "listed-until",
    ]);
    expect(tried(method, "listed", "advance", { listedUntil: "2027-06-30", today: "2027-06-30" })).toEqual([
      "term-over",
    ]);
    expect(tried(method, "listed", "advance", { listedUntil: "2027-06-30", today: "2027-07-01" })).toBe("expired");
  });

  it("is approved within fifteen working days, National Day not counted", () => {
    expect(proposedDeadline(method, "approval", "2026-12-01")).toBe("2026-12-22");
    expect(proposedDeadline(method, "approval", "2026-09-28")).toBe("2026-10-23");
  });

  it("takes neither the street's check nor the two departments' for the reports'", () => {
    const kinds = ["street-check", "approval"].flatMap((id) => {
      const stage = method.stages.find((each) => each.id === id);
      return [stage?.exits[0]?.gate?.[0]?.source.kind, ...(stage?.branches ?? []).map((each) => each.source.kind)];
    });
    expect(kinds).not.toContain("seed");
  });

  it("calls law only who pays and on what basis", () => {
    expect(new Set(calledLaw(method).map((each) => each.split(" ")[0]?.split("/")[1]))).toEqual(
      new Set(["basis", "funds", "list-funds", "funds-agreed"]),
    );
    expect(startMethod(method).value).toBe("apply");
  });
});
