import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "#app/commands/sign-in.ts";
import { digest } from "#app/domain/digest.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { PASSWORD, seedCommunity } from "#tests/people.ts";
import { ask, everyRoute, everything, type Handler, type Holder } from "./every-route.ts";

/** What no browser sends, from people with every right: each action refuses in a Chinese sentence and keeps everything as it is. */

const GARBAGE = { body: "garbage", type: "multipart/form-data; boundary=x" };
/** Files and odd names under every name that a form or program uses. */
const NAMES = [
  ...["intent", "id", "itemId", "order", "edition", "by", "issues", "title", "name", "day", "time", "body", "version"],
  ...[
    "username",
    "password",
    "next",
    "label",
    "seen",
    "place",
    "chair",
    "recorder",
    "agendaItemId",
    "speechId",
    "event",
  ],
  ...[
    "reason",
    "expected",
    "token",
    "roomCode",
    "unit",
    "poll",
    "choice",
    "confirmed",
    "size",
    "back",
    "key",
    "planId",
    "file",
    "from",
    "scope",
    "kind",
    "community",
    "draft",
  ],
];

let house: TestHouse;
let meeting: MeetingInSession;
let holder: Holder;
beforeAll(async () => {
  house = openTestHouse();
  const lake = await seedCommunity(house);
  meeting = await meetingInSession(house, lake);
  const { value } = await signIn(house, { username: lake.username, password: PASSWORD, userAgent: "", days: 1 });
  holder = { staff: value, voter: (await arrive(house, meeting, lake.people.chen.id)).key };
});
afterAll(() => house.close());

const routes = await everyRoute();
const forms = [...routes].flatMap(([file, { action }]) =>
  action && !file.startsWith("routes/api/") && !file.includes("sign-out") ? [{ file, action }] : [],
);
const programs = [...routes].flatMap(([file, { action }]) =>
  // Opening and closing take no body: nothing in it can be wrong.
  action && file.startsWith("routes/api/") && !/opening|closing/.test(file) ? [{ file, action }] : [],
);

/** The screen and the ballot say their refusals by a word, which their pages put into a sentence. */
async function refuses(action: Handler, path: string, sent: { method?: string; body?: BodyInit; type?: string }) {
  const before = digest(JSON.stringify(await everything(house)));
  const params = { code: meeting.code, id: "nothing", file: "minutes.docx" };
  const answer = await ask(house, action, holder, { params, path, method: "POST", ...sent });
  const said = JSON.stringify(answer.body);
  expect(answer.status, said).toBeLessThan(500);
  expect(said).not.toMatch(/Invalid|expected [a-z]|\bat .+:\d+/);
  if (answer.status >= 400) expect(said).toMatch(/[一-龥]|"why"|"word"/);
  expect(digest(JSON.stringify(await everything(house)))).toBe(before);
}

describe("a form's address", () => {
  it.each(forms)("$file refuses a body that is no form, and none at all", async ({ action }) => {
    await refuses(action, "/desk/x", GARBAGE);
    await refuses(action, "/desk/x", {});
  });

  it.each(forms)("$file refuses files and unknown acts where words belong", async ({ action }) => {
    const files = new FormData();
    for (const name of NAMES) files.append(name, new File(["x"], "x.txt"));
    await refuses(action, "/desk/x", { body: files });
    for (const intent of ["__proto__", "constructor", "toString", "nothing-known"]) {
      await refuses(action, "/desk/x", { body: new URLSearchParams({ intent }) });
    }
  });
});

describe("a program's address", () => {
  const deep = `${'{"facts":'.repeat(20_000)}1${"}".repeat(20_000)}`;
  it.each(programs)("$file refuses what is no JSON, not an object, or of other kinds", async ({ action }) => {
    for (const body of ["{", "[]", "null", "7", '"x"', deep, `{"__proto__":{"title":"x"},"title":5}`]) {
      await refuses(action, "/api/v1/x", { body, type: "application/json" });
    }
    const wrong = JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, { a: [1] }])));
    await refuses(action, "/api/v1/x", { body: wrong, type: "application/json" });
  });
});
