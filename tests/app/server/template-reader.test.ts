import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { createTemplateReader, readInThread } from "#app/server/template-reader.ts";
import { refusalOf } from "#tests/refusal.ts";
import { paragraph, wordFile } from "#tests/templates/own/files.ts";

/** A thread that behaves as a template's first byte tells it: 1 answers, 2 never ends, 3 eats memory, 4 dies. */
const THREAD = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ id, template, data }) => {
    if (template[0] === 2) for (;;) {}
    if (template[0] === 3) { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
    if (template[0] === 4) process.exit(1);
    parentPort.postMessage({ id, result: { ok: true, data } });
  });
`;
const LIMITS = { milliseconds: 400, megabytes: 64, waiting: 5 };
const file = (kind: number) => new Uint8Array([kind]);

let threads = 0;
const reader = () => {
  threads = 0;
  return readInThread(() => {
    threads += 1;
    return new Worker(THREAD, { eval: true, resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes } });
  }, LIMITS);
};
let close = async () => {};
afterEach(() => close());

function open() {
  const made = reader();
  close = made.close;
  return made.ownTemplates;
}

describe("templates are read in a thread of their own", () => {
  it("one that takes too long is stopped and refused, and the next is served", async () => {
    const templates = open();
    const answers = await Promise.all([templates.inspect(file(2)), templates.fill(file(1), { 会议名称: "相约" })]);
    expect(answers).toEqual([
      { ok: false, fault: { reason: "too-slow" } },
      { ok: true, data: { 会议名称: "相约" } },
    ]);
    expect(threads).toBe(2);
  });

  it.each([
    ["eats all memory", 3],
    ["ends the thread", 4],
  ])("one that %s is refused, and the next is served", async (_, kind) => {
    const templates = readInThread(
      () => new Worker(THREAD, { eval: true, resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes } }),
      { ...LIMITS, milliseconds: 20_000 },
    );
    close = templates.close;
    const { ownTemplates } = templates;
    expect(await ownTemplates.inspect(file(kind))).toEqual({ ok: false, fault: { reason: "fills-too-large" } });
    expect(await ownTemplates.inspect(file(1))).toMatchObject({ ok: true });
  });

  it("meanwhile this thread goes on", async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 10);
    await open().inspect(file(2));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it("more than may wait are sent away", async () => {
    const templates = open();
    const waiting = Array.from({ length: 6 }, () => templates.inspect(file(1)));
    expect(await refusalOf(templates.inspect(file(1)))).toEqual({ word: "busy", details: "templates" });
    await Promise.all(waiting);
    expect(threads).toBe(1);
  });

  it("where no worker is built, the work is done here", async () => {
    const { ownTemplates } = createTemplateReader("/nowhere");
    expect(await ownTemplates.inspect(wordFile({ body: paragraph("{会议名称}") }))).toMatchObject({ ok: true });
  });
});
