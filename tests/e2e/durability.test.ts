import { platform } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkInAll, connect, demonstration, openPollOver } from "./api-client.ts";
import { scaled, tell } from "./scale.ts";
import { newServer, type TestServer } from "./server.ts";
import { type Event, readCalls, watchCalls } from "./system-calls.ts";

const ONE_BY_ONE = scaled(20, 100);
const AT_ONCE = scaled(60, 400);

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.start();
});
afterAll(() => server.remove());

const count = (events: readonly Event[], wanted: Event) => events.filter((event) => event === wanted).length;

/** How many commits were not on the disk when a phone was told `recorded`, the most of all; how many syncs came before each telling. */
function atEachAck(events: readonly Event[]): { unsynced: number; syncs: number }[] {
  let unsynced = 0;
  let syncs = 0;
  const found: { unsynced: number; syncs: number }[] = [];
  for (const event of events) {
    if (event === "commit") unsynced += 1;
    if (event === "sync") {
      unsynced = 0;
      syncs += 1;
    }
    if (event === "ack") found.push({ unsynced, syncs });
  }
  return found;
}

describe("threat: crash in mid-vote, the power", () => {
  it("an acknowledgement before the sync would be seen in the notes", () => {
    const wal = "\\x2f\\x61\\x2d\\x77\\x61\\x6c";
    const frame = `7 pwrite64(9<${wal}>, "${"\\x00".repeat(7)}\\x05${"\\x00".repeat(16)}", 24, 32) = 24`;
    const ack = `7 write(20<\\x73>, "\\x81\\x1b${[...Buffer.from('430[{"status":"recorded"}]')].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}", 29) = 29`;
    const sync = [
      `7 fdatasync(9<${wal}> <unfinished ...>`,
      '8 write(3<\\x70>, "\\x01", 1) = 1',
      "7 <... fdatasync resumed>) = 0",
    ];
    expect(readCalls([frame, ...sync, ack].join("\n"))).toEqual(["commit", "sync", "ack"]);
    expect(readCalls([frame, sync[0], ack, sync[2]].join("\n"))).toEqual(["commit", "ack", "sync"]);
  });

  if (platform() === "linux") {
    it("nobody is told `recorded` before the ballot is on the disk: no fewer syncs than commits", async () => {
      const meeting = await demonstration(server, ONE_BY_ONE + AT_ONCE);
      const keys = await checkInAll(server, meeting);
      const phones = await Promise.all(keys.map((key) => connect(server, { key })));
      const poll = await openPollOver(server, meeting, { question: "是否修路灯", mode: "secret" });
      const cast = (n: number) => phones[n]?.emitWithAck("cast", { poll, choice: "for" });

      const watch = await watchCalls(server.pid(), join(server.dataDir, "calls.txt"));
      for (let n = 0; n < ONE_BY_ONE; n++) expect(await cast(n)).toEqual({ status: "recorded" });
      await Promise.all(phones.slice(ONE_BY_ONE).map((_phone, n) => cast(ONE_BY_ONE + n)));
      const events = await watch.stop();
      for (const phone of phones) phone.close();

      const acks = atEachAck(events);
      const [commits, syncs] = [count(events, "commit"), count(events, "sync")];
      tell({ proof: "durability", ballots: acks.length, commits, syncs });
      expect(acks).toHaveLength(ONE_BY_ONE + AT_ONCE);
      // Otherwise the second part did not share commits, and proves nothing about sharing.
      expect(commits).toBeGreaterThanOrEqual(ONE_BY_ONE + 1);
      expect(commits).toBeLessThan(ONE_BY_ONE + AT_ONCE);
      expect(syncs).toBeGreaterThanOrEqual(commits);
      expect(acks.filter(({ unsynced }) => unsynced > 0)).toEqual([]);
      // One after another each ballot has a commit of its own, on the disk before its phone is told.
      expect(acks.slice(0, ONE_BY_ONE).filter(({ syncs: done }, n) => done < n + 1)).toEqual([]);
      expect(acks[ONE_BY_ONE]?.syncs).toBeGreaterThan(ONE_BY_ONE);
    });
  }
});
