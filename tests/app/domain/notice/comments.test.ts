import { describe, expect, it } from "vitest";
import { commentPeriod, commentRule, strictest } from "#app/domain/notice/comments.ts";
import { requireMethod } from "#app/methods/index.ts";

describe("how long opinions are asked for", () => {
  it.each([
    ["owners-decision", 15, "《物业管理条例》（2018年修订）", "第14条"],
    ["residents-meeting", 10, "《中华人民共和国城市居民委员会组织法》（2025年修订）", "第26条"],
  ])("is the law's where a law says how long before the meeting: %s", (id, days, ref, article) => {
    expect(commentRule(requireMethod(id))).toMatchObject({ days, source: { kind: "law", ref, article } });
  });

  it.each(["roundtable", "four-discussions", "one-four-x"])(
    "is our seven days elsewhere, and no regulation: %s",
    (id) => {
      expect(commentRule(requireMethod(id))).toEqual({ days: 7, source: null });
    },
  );

  it("is the longest that any of several issues asks", () => {
    const rules = ["roundtable", "residents-meeting", "owners-decision"].map((id) => commentRule(requireMethod(id)));
    expect(strictest(rules).days).toBe(15);
    expect(strictest([...rules].reverse()).days).toBe(15);
    expect(strictest([])).toEqual({ days: 7, source: null });
  });

  const ours = { days: 7, source: null };
  const law = commentRule(requireMethod("owners-decision"));
  it.each([
    ["seven days on, the first not counted", ours, "2026-11-23", "2026-12-09", "2026-11-30", true],
    ["to the next working day where it ends on a Sunday", ours, "2026-11-22", "2026-12-09", "2026-11-30", true],
    ["until the day before the meeting where that is sooner", ours, "2026-11-23", "2026-11-25", "2026-11-24", true],
    ["with no meeting yet", ours, "2026-11-23", "", "2026-11-30", true],
    ["fifteen days before the owners vote: just enough", law, "2026-12-01", "2026-12-16", "2026-12-15", true],
    ["a day short of it", law, "2026-12-02", "2026-12-16", "2026-12-15", false],
    ["of the owners, with no day of voting yet", law, "2026-12-01", "", "2026-12-16", false],
  ])("%s", (_, rule, from, meetingOn, until, enough) => {
    expect(commentPeriod(from, meetingOn, rule)).toEqual({ from, until, enough });
  });
});
