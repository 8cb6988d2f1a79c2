import { describe, expect, it } from "vitest";
import { calendarDay, chineseDate, chineseDay, clockTime, timeSpan } from "#templates/parts/dates.ts";
import { widthOf } from "#templates/parts/measure.ts";
import { chineseNumeral, ordinal } from "#templates/parts/numbering.ts";
import { balanced } from "#templates/parts/title.ts";
import { fullTitle, labelled, sentence } from "#templates/parts/wording.ts";

describe("numbering", () => {
  it.each([
    [1, "一"],
    [9, "九"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [21, "二十一"],
    [40, "四十"],
    [99, "九十九"],
    [100, "100"],
  ])("%i → %s", (value, text) => expect(chineseNumeral(value)).toBe(text));

  it("has the four levels of GB/T 9704", () => {
    expect([1, 2, 3, 4].map((level) => ordinal(level as 1 | 2 | 3 | 4, 12))).toEqual([
      "十二、",
      "\uff08十二\uff09",
      "12.",
      "\uff0812\uff09",
    ]);
  });
});

describe("dates", () => {
  it("are Chinese, without leading zeros, in Shanghai", () => {
    const at = new Date("2026-01-02T16:05:00Z");
    expect(chineseDate(at)).toBe("2026年1月3日");
    expect(clockTime(at)).toBe("00:05");
    expect(calendarDay(at)).toBe("2026-01-03");
    expect(chineseDay("2026-12-09")).toBe("2026年12月9日");
    expect(timeSpan(at, new Date("2026-01-03T15:59:00Z"))).toBe("2026年1月3日\uff08星期六\uff0900:05—23:59");
    expect(timeSpan(at, new Date("2026-01-03T16:00:00Z"))).toBe(
      "2026年1月3日\uff08星期六\uff0900:05—2026年1月4日00:00",
    );
  });

  it.each(["", "2026-1-2", "2026-02-30", "2026/01/02", "2026-01-02T00:00:00Z", "明天"])(
    "are left blank when there are none: %j",
    (day) => {
      expect(chineseDay(day)).toBe("");
    },
  );

  it("are left blank for a date that is none", () => {
    const none = new Date(Number.NaN);
    expect([chineseDate(none), clockTime(none), timeSpan(none), chineseDate(undefined)]).toEqual(["", "", "", ""]);
  });
});

describe("a title", () => {
  it.each([
    ["翠湖社区会议纪要", 1],
    ["翠湖社区第47周“相约星期三”联席会议签到表", 2],
    ["翠湖社区关于“幸福路北段路灯连续多日不亮”等2件议题协商结果的公示", 2],
    ["翠湖社区关于“翠湖花园东门地面停车场业主车位被外来车辆长期占用”等12件议题协商结果的公示", 3],
  ])("keeps all its characters on lines that fit: %s", (text, least) => {
    const lines = balanced(text);
    expect(lines.join("")).toBe(text);
    expect(lines.length).toBeGreaterThanOrEqual(least);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
    for (const line of lines) expect(line).not.toMatch(/^[”》、。]|[“《]$/u);
  });

  it("leaves a title of 500 characters to the page", () => {
    expect(balanced("长".repeat(500))).toEqual(["长".repeat(500)]);
  });
});

describe("wording", () => {
  it.each([
    ["更换路灯", "更换路灯。"],
    ["更换路灯。", "更换路灯。"],
    ["谁来换?", "谁来换?"],
    ["换灯,", "换灯。"],
    ["他说“好。”", "他说“好。”"],
    ["", ""],
  ])("ends each sentence once: %s", (text, ended) => expect(sentence(text)).toBe(ended));

  it("leaves out labels that have nothing to say", () => {
    expect(
      labelled([
        ["地点", ""],
        ["时限", undefined],
        ["计划", "先报价。"],
      ]),
    ).toBe("计划\uff1a先报价。");
    expect(labelled([])).toBe("");
  });

  it("names the community once", () => {
    expect(fullTitle({ community: "翠湖社区", meetingTitle: "圆桌会议" })).toBe("翠湖社区圆桌会议");
    expect(fullTitle({ community: "翠湖社区", meetingTitle: "翠湖社区圆桌会议" })).toBe("翠湖社区圆桌会议");
  });
});
