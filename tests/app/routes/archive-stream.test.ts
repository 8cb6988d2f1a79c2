import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { archiveJob, beginArchiveJob } from "#app/queries/archive/jobs.ts";
import { loader as jobLoader } from "#app/routes/api/archive-job.ts";
import { loader as archiveLoader } from "#app/routes/api/period-archive.ts";
import { bodyOf, type StreamEnd } from "#app/routes/shared/stream.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { holdTwoWednesdays, type TwoWednesdays } from "../queries/two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;
let token: string;
let theirs: string;
/** Papers and sheets that were made since the house was opened. */
let set = 0;

beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  house.at(atTime("2026-12-05", "09:00"));
  token = (await makeApiToken(house, held.lake.actor, "平台")).token;
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  theirs = (await makeApiToken(house, hill.actor, "平台")).token;
  house.typeset = async () => Buffer.from(`paper ${++set}`);
  house.workbook = async () => Buffer.from(`sheet ${++set}`);
});
afterAll(() => house.close());

type Asked = { job?: string; bearer?: string; signal?: AbortSignal; drained?: () => Promise<void> };

async function askArchive({ job, bearer = token, signal, drained }: Asked): Promise<Response> {
  const url = `http://localhost:3000/api/v1/periods/2026-11/archive.zip${job ? `?job=${job}` : ""}`;
  const headers = { Authorization: `Bearer ${bearer}` };
  const request = new Request(url, { headers, ...(signal ? { signal } : {}) });
  const context = { house, nonce: "", ...(drained ? { drained } : {}) };
  return archiveLoader({ request, params: { period: "2026-11" }, context });
}

const askJob = (job: string, bearer = token) =>
  jobLoader({
    request: new Request("http://localhost:3000/x", { headers: { Authorization: `Bearer ${bearer}` } }),
    params: { job },
    context: { house, nonce: "" },
  });

describe("an archive on the line", () => {
  it("is a zip under its name, and its job tells its owner alone how far it is", async () => {
    const answer = await askArchive({ job: "my-own-job" });
    expect(await (await askJob("my-own-job")).json()).toMatchObject({ done: 0, state: "running" });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toContain("SHA256SUMS");
    expect(answer.headers.get("Content-Type")).toBe("application/zip");
    expect(decodeURIComponent(answer.headers.get("Content-Disposition") ?? "")).toContain(
      "2026年11月-档案-翠湖社区.zip",
    );
    const far = await (await askJob("my-own-job")).json();
    expect(far).toMatchObject({ state: "finished", done: far.total });
    expect((await askJob("my-own-job", theirs)).status).toBe(404);
  });

  it("is made no faster than the line takes it", async () => {
    const before = set;
    let free = () => {};
    const full = new Promise<void>((resolve) => {
      free = resolve;
    });
    let asked = 0;
    const answer = await askArchive({ drained: () => (++asked > 2 ? full : Promise.resolve()) });
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.read();
    const third = reader?.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(set - before).toBe(2);
    free();
    await third;
    expect(set - before).toBe(3);
    await reader?.cancel();
  });

  it("stops within one paper when the client goes away", async () => {
    const gone = new AbortController();
    const answer = await askArchive({ job: "gone-away", signal: gone.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    const before = set;
    gone.abort();
    while (!(await reader?.read())?.done);
    expect(set - before).toBeLessThanOrEqual(1);
    expect(await (await askJob("gone-away")).json()).toMatchObject({ state: "stopped" });
  });

  it("an odd name for a job is refused, and so is who is not signed in", async () => {
    expect((await askArchive({ job: "a/../b" })).status).toBe(422);
    expect((await askArchive({ bearer: "nobody" })).status).toBe(401);
  });
});

it("a stream that cannot go on breaks the line instead of ending it", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("a");
    throw new Error("no disk");
  }
  const ends: [StreamEnd, unknown][] = [];
  const line = { signal: new AbortController().signal, drained: async () => {} };
  const body = bodyOf(broken(), { ...line, ended: (how, error) => void ends.push([how, error]) });
  await expect(new Response(body).arrayBuffer()).rejects.toThrow("no disk");
  expect(ends).toEqual([["failed", new Error("no disk")]]);
});

it("jobs are forgotten: the oldest when there are many, any after a quarter of an hour", () => {
  const { actor } = held.lake;
  beginArchiveJob(house, actor, "the-first", 1);
  for (let n = 0; n < 200; n++) beginArchiveJob(house, actor, `job-number-${n}`, 1);
  expect(() => archiveJob(house, actor, "the-first")).toThrow("not-found");
  expect(archiveJob(house, actor, "job-number-199")).toEqual({ done: 0, total: 1, lacking: 0, state: "running" });
  house.at(atTime("2026-12-05", "09:16"));
  expect(() => archiveJob(house, actor, "job-number-199")).toThrow("not-found");
  house.at(atTime("2026-12-05", "09:00"));
});
