import { expect, test } from "vitest";
import { safeNext } from "#app/routes/shared/next.ts";

test.each([
  ["/desk/issues?q=路灯#top", "/desk/issues?q=%E8%B7%AF%E7%81%AF"],
  ["/desk", "/desk"],
  ["/", "/"],
])("%s leads to %s", (raw, path) => {
  expect(safeNext(raw)).toBe(path);
});

test.each([
  "https://evil.example/desk",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "desk",
  "",
  null,
  undefined,
])("%j leads to the desk", (raw) => {
  expect(safeNext(raw)).toBe("/desk");
});
