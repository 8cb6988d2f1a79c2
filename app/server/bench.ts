import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plantIssuesBeside } from "#app/commands/plant-issues.ts";
import { plantMeetingsBeside } from "#app/commands/plant-meetings.ts";
import { measureMonth, measurePapers } from "./bench/archives.ts";
import { measureBallots, measureBeside } from "./bench/ballots.ts";
import { startChild } from "./bench/child.ts";
import { startEcho } from "./bench/echo-server.ts";
import { measureIssueList } from "./bench/issue-list.ts";
import { measureMinutes, measurePhonePage, type Place } from "./bench/measures.ts";
import { checkIn, newMeeting } from "./bench/meeting.ts";
import { measureMemory } from "./bench/memory.ts";
import { measureMethods } from "./bench/methods.ts";
import { projectRoot } from "./config.ts";
import { runProgram } from "./program.ts";

/** `npm run bench`: one JSON object a line, each ratio against a yardstick measured in the same run. `documents`: of papers and archives alone. */
async function bench(documentsOnly: boolean): Promise<void> {
  const root = projectRoot(import.meta.dirname);
  const program = (name: string) => join(root, "build/server", `${name}.js`);
  const dataDir = mkdtempSync(join(tmpdir(), "yuanzhuo-bench-"));
  const env = {
    DATA_DIR: dataDir,
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:0",
    NODE_ENV: "production",
  };
  // The first start makes the database, and lets a hall in; what people wait for every morning is the second.
  const first = await startChild([program("main")], env);
  const keys = await checkIn(first.url, await newMeeting({ program, env }, 2000));
  await first.stop();
  const server = await startChild([program("main")], env);
  say({ bench: "start-up", milliseconds: Math.round(server.milliseconds) });
  const echo = await startChild([program("bench"), "echo"], env);
  const place: Place = { server, echo, program, env };
  try {
    if (!documentsOnly) {
      say(await measureMemory(place, keys));
      say(await measurePhonePage(place));
      for (const phones of [100, 500, 2000]) say(await measureBallots(place, phones));
      say(await measureMethods(place));
      say(await measureIssueList(place));
    }
    say(await measureBeside(place, "minutes"));
    say(await measureBeside(place, "archive"));
    say(await measureMinutes(place));
    say(await measurePapers(place));
    say(await measureMonth(place));
  } finally {
    await Promise.all([server.stop(), echo.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const say = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** `issues CODE COUNT`: more open issues in the community of this meeting. */
const plant = () =>
  runProgram(async (house, [, code = "", count = ""]) => {
    await plantIssuesBeside(house, code, Number(count));
    return 0;
  });

/** `meetings CODE COUNT`: meetings held in the community of this meeting; prints their month. */
const hold = () =>
  runProgram(async (house, [, code = "", count = ""]) => {
    process.stdout.write(`${await plantMeetingsBeside(house, code, Number(count))}\n`);
    return 0;
  });

const [, , part] = process.argv;
if (part === "echo") startEcho();
else if (part === "issues") await plant();
else if (part === "meetings") await hold();
else await bench(part === "documents");
