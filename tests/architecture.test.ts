import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkImports, checkSizes, findCycles, type Sources } from "./architecture/check.ts";

/** Every source below these folders. Generated migrations are nobody's handiwork, and declarations import nothing at run time. */
function readSources(folders: string[]): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  const own = files.filter((path) => /\.(ts|tsx|js|jsx|mjs)$/.test(path) && !/\.d\.ts$|^db\/migrations\//.test(path));
  return new Map(own.map((path) => [path, readFileSync(path, "utf8")]));
}

const house = readSources(["app", "db", "templates"]);

describe("the house", () => {
  test("has been read", () => {
    expect([...house.keys()]).toEqual(
      expect.arrayContaining(["app/domain/errors.ts", "app/house.ts", "db/connect.ts"]),
    );
  });

  test("imports run downward, and every package stays in its room", () => {
    expect(checkImports(house)).toEqual([]);
  });

  test("no file imports itself in a circle", () => {
    expect(findCycles(house)).toEqual([]);
  });

  test("files are short and folders are shallow", () => {
    expect(checkSizes(readSources(["app", "db", "templates", "tests", "bin"]))).toEqual([]);
  });
});

/** Path and import of an invented file → what the complaint must name. */
const forbidden: [path: string, source: string, named: string][] = [
  ["app/domain/poll.ts", 'import { polls } from "#db/stores/poll.ts";', "(db)"],
  ["app/domain/poll.ts", 'import type { House } from "#app/house.ts";', "app/house.ts"],
  ["app/domain/poll.ts", 'import { readFileSync } from "node:fs";', '"node:fs"'],
  ["app/domain/poll.ts", 'import * as React from "react";', '"react"'],
  ["app/domain/poll.ts", 'export * from "express";', '"express"'],
  ["app/domain/poll.ts", 'const late = await import("express");', '"express"'],
  ["app/domain/poll.ts", 'type Late = import("express").Express;', '"express"'],
  ["app/domain/poll.ts", 'import { z } from "zod-to-ts";', '"zod-to-ts"'],
  ["app/domain/rule/pass.ts", 'import { poll } from "../poll.ts";', '"../poll.ts"'],
  ["app/domain/poll.ts", 'import { rule } from "./rule";', "extension"],
  ["app/domain/poll.ts", 'import { cast } from "#tests/people.ts";', "no room"],
  ["app/drawer/poll.ts", "export {};", "no room"],
  ["db/stores/poll.ts", 'import { openPoll } from "#app/commands/open-poll.ts";', "app/commands"],
  ["templates/genres/minutes.ts", 'import { meetings } from "#db/stores/meeting.ts";', "(db)"],
  ["app/queries/minutes.ts", 'import { Document } from "docx";', '"docx"'],
  ["app/queries/minutes.ts", 'import { eq } from "drizzle-orm";', '"drizzle-orm"'],
  ["app/commands/open-poll.ts", 'import { Server } from "socket.io";', '"socket.io"'],
  ["app/commands/open-poll.ts", 'import { hub } from "#app/live/hub.ts";', "app/live"],
  ["app/routes/home.tsx", 'import { eq } from "drizzle-orm/sqlite-core";', '"drizzle-orm/sqlite-core"'],
  ["app/routes/home.tsx", 'import { polls } from "#db/stores/poll.ts";', "(db)"],
  ["app/routes/phone.tsx", 'import { Button } from "@mantine/core";', '"@mantine/core"'],
  ["app/routes/phone.tsx", 'import { Board } from "#app/components/desk/board.tsx";', "app/components/desk"],
  ["app/components/phone/vote.tsx", 'import "@mantine/core/styles.css";', '"@mantine/core/styles.css"'],
  ["app/components/desk/board.tsx", 'import { minutes } from "#app/queries/minutes.ts";', "app/queries"],
  ["app/components/desk/board.tsx", 'import { join } from "node:path";', '"node:path"'],
];

const allowed: [path: string, source: string][] = [
  ["app/domain/poll.ts", 'import { zhCN } from "date-fns/locale";\nimport { pass } from "#app/domain/rule/pass.ts";'],
  ["app/domain/poll.ts", '// import { Server } from "socket.io";\nconst text = `import { x } from "express"`;'],
  ["app/components/desk/board.tsx", 'import "@mantine/core/styles.css";\nimport "./board.css";'],
  ["app/routes/desk.meeting.tsx", 'import { Tabs } from "@mantine/core";\nimport sheet from "./desk.css?url";'],
  ["app/live/hub.ts", 'import type { Server } from "socket.io";\nimport { cast } from "#app/commands/cast-ballot.ts";'],
];

describe("the checker", () => {
  test.each(forbidden)("complains about %s: %s", (path, source, named) => {
    const complaints = checkImports(new Map([[path, source]]));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(path);
    expect(complaints[0]).toContain(named);
  });

  test.each(allowed)("lets %s import: %s", (path, source) => {
    expect(checkImports(new Map([[path, source]]))).toEqual([]);
  });

  test("finds a circle through three files, and through a file itself", () => {
    const sources = new Map([
      ["app/domain/a.ts", 'import { b } from "./b.ts";'],
      ["app/domain/b.ts", 'export { c } from "#app/domain/c.ts";'],
      ["app/domain/c.ts", 'import { type A } from "./a.ts";\nimport "./c.ts";'],
    ]);
    expect(findCycles(sources)).toEqual([
      "app/domain/a.ts → app/domain/b.ts → app/domain/c.ts → app/domain/a.ts",
      "app/domain/c.ts → app/domain/c.ts",
    ]);
  });

  test("does not call it a circle when one way is types alone, or two ways lead to one file", () => {
    const sources = new Map([
      ["app/domain/a.ts", 'import { b } from "./b.ts";\nimport { c } from "./c.ts";'],
      ["app/domain/b.ts", 'import { c } from "./c.ts";\nimport type { A } from "./a.ts";'],
      ["app/domain/c.ts", "export const c = 1;"],
    ]);
    expect(findCycles(sources)).toEqual([]);
  });

  test("counts lines and folders at their limits", () => {
    const sources = new Map([
      ["app/domain/fits.ts", "//\n".repeat(300)],
      ["app/domain/long.ts", "//\n".repeat(301)],
      ["app/text/long.ts", "//\n".repeat(900)],
      ["app/components/desk/board/fits.tsx", ""],
      ["app/components/desk/board/row/deep.tsx", ""],
    ]);
    expect(checkSizes(sources)).toEqual([
      "app/domain/long.ts has 301 lines; split it at 300",
      "app/components/desk/board/row/deep.tsx lies 5 folders deep; four are enough",
    ]);
  });
});
