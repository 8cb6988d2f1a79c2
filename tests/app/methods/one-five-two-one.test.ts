import { describe, expect, it } from "vitest";
import { oneFiveTwoOne } from "#app/methods/one-five-two-one.ts";
import { describeTable } from "./table.ts";
import { calledLaw, calledPublic, tried } from "./told.ts";

describeTable(oneFiveTwoOne, {
  first: { advance: "second", withdraw: "withdrawn" },
  second: { advance: "third", return: "first", withdraw: "withdrawn" },
  third: { advance: "fourth", return: "second", withdraw: "withdrawn" },
  fourth: { advance: "settled", return: "third", withdraw: "withdrawn" },
  settled: {},
  withdrawn: {},
});

const sections = oneFiveTwoOne.stages.filter((stage) => !stage.final);

describe("1521", () => {
  it("is four labels in the order of its digits, none of them filled in", () => {
    expect(oneFiveTwoOne.status).toBe("blank");
    expect(sections.map((stage) => stage.name)).toEqual([
      "第一段：一（待填写）",
      "第二段：五（待填写）",
      "第三段：二（待填写）",
      "第四段：一（待填写）",
    ]);
    expect(sections.every((stage) => stage.who === "待填写")).toBe(true);
  });

  it("gives the digits no meaning: no seat, no vote, nothing called a rule, and says where the meaning is to be found", () => {
    expect([oneFiveTwoOne.seats, oneFiveTwoOne.voting, oneFiveTwoOne.calendar]).toEqual([[], "none", undefined]);
    expect([...calledLaw(oneFiveTwoOne), ...calledPublic(oneFiveTwoOne)]).toEqual([]);
    for (const told of [oneFiveTwoOne.summary, oneFiveTwoOne.note]) expect(told).toMatch(/本地文件|文件填写/);
  });

  it.each(sections.map((stage) => stage.id))("does not leave %s before something is written about it", (id) => {
    const fact = sections.find((stage) => stage.id === id)?.gate[0]?.fact ?? "";
    expect(tried(oneFiveTwoOne, id, "advance", { [fact]: " " })).toEqual(["section-done"]);
  });
});
