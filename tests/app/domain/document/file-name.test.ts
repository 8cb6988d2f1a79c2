import { expect, it } from "vitest";
import { fileSafe, uniqueNames } from "#app/domain/document/file-name.ts";

/** What one part of a path may take on most systems. */
const MOST_BYTES = 255;
/** What stands around a title in a file's name at most. */
const AROUND = Buffer.byteLength("2026-11-18-表决结果报告单（更正，草稿）-（2）.docx");

it.each(["𠮷", "🏠", "议", "a", "👨‍👩‍👧‍👦"])(
  "two hundred %s are cut to what every file system takes, and between characters",
  (character) => {
    const name = fileSafe(character.repeat(200));
    expect(Buffer.byteLength(name) + AROUND).toBeLessThanOrEqual(MOST_BYTES);
    expect(name.isWellFormed()).toBe(true);
    expect(Array.from(name).length).toBeGreaterThan(20);
  },
);

it.each([
  ["../../etc/passwd", "etc passwd"],
  ["..\\..\\windows", "windows"],
  ["CON", "未命名"],
  ["lpt1", "未命名"],
  ["...", "未命名"],
  ["a\u0000b\u202ec\nd", "a b c d"],
  ["会议：“路灯”？*|<>", "会议：“路灯”？"],
  ["x`rm -rf ~`; $(y)", "x rm -rf (y)"],
])("%j becomes %j", (title, name) => expect(fileSafe(title)).toBe(name));

it("gives no name twice, however they are written", () => {
  const nameOf = uniqueNames();
  const given = ["文书/A.docx", "文书/a.docx", "文书/A（2）.docx", "文书/a.docx", "a"].map(nameOf);
  expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
});
