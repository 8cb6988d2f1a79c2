import { describe, expect, it } from "vitest";
import { BALLOT_SHEETS, type BallotWords, ballotsPerPage, inTwoColumns } from "#app/domain/meeting/ballot-sheet.ts";
import { labelCorner, labelsOn } from "#app/domain/meeting/label-sheet.ts";

const ballot = (more: Partial<BallotWords> = {}): BallotWords => ({
  ...{ title: "翠湖社区表决票", below: "相约星期三", lead: "表决事项：", question: "是否同意更换路灯？" },
  ...{
    lines: [{ label: "", answers: ["同意", "反对", "弃权"] }],
    note: "说明：只选一项，打“√”。",
    signed: [],
    stamp: "监票人盖章",
  },
  ...more,
});

describe("ballots on a sheet", () => {
  it.each(["1", "2", "4"] as const)("%s of them cover A4 without a gap", (each) => {
    const sheet = BALLOT_SHEETS[each];
    expect(labelsOn(sheet)).toBe(Number(each));
    const last = labelCorner(sheet, labelsOn(sheet) - 1);
    expect([last.left + sheet.width, last.top + sheet.height]).toEqual([210, 297]);
  });

  it.each([
    ["a short question", ballot(), "4", "4"],
    ["a question of 200 characters", ballot({ question: "是否同意".repeat(50) }), "4", "1"],
    [
      "six items",
      ballot({
        lines: Array.from({ length: 6 }, () => ({ label: "增设电动车充电棚", answers: ["同意", "反对", "弃权"] })),
      }),
      "4",
      "1",
    ],
    [
      "twelve candidates",
      ballot({ lines: Array.from({ length: 12 }, () => ({ label: "", answers: ["欧阳建国"] })) }),
      "2",
      "1",
    ],
    ["a question of 3,000 characters", ballot({ question: "是否同意".repeat(750) }), "4", null],
    ["a short question, two asked for", ballot(), "2", "2"],
  ] as const)("%s", (_, words, asked, each) => {
    expect(ballotsPerPage(words, asked)).toBe(each);
  });

  it("many candidates stand in two columns, items with answers never", () => {
    const names = Array.from({ length: 9 }, () => ({ label: "", answers: ["陈建平"] }));
    expect(inTwoColumns({ lines: names }, "2")).toBe(true);
    expect(inTwoColumns({ lines: names }, "4")).toBe(true);
    expect(inTwoColumns({ lines: [...names, { label: "", answers: ["翠湖社区第二网格候选人"] }] }, "4")).toBe(false);
    expect(inTwoColumns({ lines: names.slice(0, 3) }, "2")).toBe(false);
    expect(inTwoColumns({ lines: names.map((each) => ({ ...each, label: "一" })) }, "2")).toBe(false);
  });
});
