import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { errorText } from "#app/text/errors.ts";
import { call, checkInAll, connect, demonstration, openPollOver, signInOver } from "./api-client.ts";
import { newServer, type TestServer } from "./server.ts";

/** The data on a small disk of its own, which a file from somewhere else fills to the last block while people vote. */

const VOTERS = 80;
const EARLY = 30;

let server: TestServer;
let demo: Demonstration;
let phones: Socket[];
let poll: string;

const filler = () => server.reach("somebody-elses-file");
async function cast(n: number): Promise<string> {
  const answer = await phones[n]?.emitWithAck("cast", { poll, choice: n % 4 === 0 ? "against" : "for" });
  return answer.status;
}

/** Writes until not one more byte fits. */
function fillDisk(): void {
  for (const size of [1 << 20, 1 << 12, 1]) {
    for (;;) {
      try {
        appendFileSync(filler(), Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        break;
      }
    }
  }
}

/** What lies in the box, as another program finds it in a copy of the files. */
function inTheBox(): { claims: string[]; ballots: number; whole: unknown } {
  const folder = mkdtempSync(join(tmpdir(), "yuanzhuo-copy-"));
  const copy = join(folder, "copy.db");
  for (const tail of ["", "-wal"]) copyFileSync(server.reach(`yuanzhuo.db${tail}`), copy + tail);
  const file = new SQLite(copy);
  const of = (sql: string) => file.prepare(sql).pluck();
  const claims = of("SELECT person_id FROM claim WHERE poll_id = ?").all(poll) as string[];
  const ballots = of("SELECT count(*) FROM ballot WHERE poll_id = ?").get(poll) as number;
  const whole = file.pragma("integrity_check", { simple: true });
  file.close();
  rmSync(folder, { recursive: true });
  return { claims, ballots, whole };
}

if (platform() === "linux")
  describe("threat: crash in mid-vote, a full disk", () => {
    const recorded = new Set<number>();
    const refused: number[] = [];
    let cookie = "";

    beforeAll(async () => {
      server = await newServer({ disk: "16m" });
      await server.start();
      demo = await demonstration(server, VOTERS);
      const keys = await checkInAll(server, demo);
      phones = await Promise.all(keys.map((key) => connect(server, { key })));
      poll = await openPollOver(server, demo, { question: "是否修路灯", mode: "secret" });
      cookie = await signInOver(server, demo.staff);
    });
    afterAll(async () => {
      for (const phone of phones) phone.close();
      await server.remove();
    });

    it("answers phones `busy`, and keeps each ballot that it answered `recorded`, whole", async () => {
      for (let n = 0; n < EARLY; n++) if ((await cast(n)) === "recorded") recorded.add(n);
      expect(recorded.size).toBe(EARLY);
      fillDisk();
      for (let n = EARLY; n < VOTERS; n++) {
        const status = await cast(n);
        if (status === "recorded") recorded.add(n);
        else refused.push(n);
        expect(["recorded", "busy"]).toContain(status);
      }
      // Otherwise there was room for all of them.
      expect(refused.length).toBeGreaterThan(10);
      const { claims, ballots, whole } = inTheBox();
      const acknowledged = [...recorded].map((n) => demo.voters[n]?.id);
      expect(claims.sort()).toEqual(acknowledged.sort());
      expect(ballots).toBe(recorded.size);
      expect(whole).toBe("ok");
    });

    it("says so at the desk in a sentence, to programs too, and still shows its pages", async () => {
      const room = `${server.url}/desk/meetings/${demo.meeting}/room`;
      const headers = { Cookie: cookie, Origin: server.url };
      const body = new URLSearchParams({ intent: "close-poll", pollId: poll });
      const closing = await fetch(room, { method: "POST", headers, body });
      expect(closing.status).toBe(errorText.busy.status);
      expect(await closing.text()).toContain(errorText.busy.sentence);
      const program = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, demo.staff.apiToken);
      expect(program).toMatchObject({ status: 503, body: { error: "busy", message: errorText.busy.sentence } });
      expect((await call(server, "GET", "/healthz")).status).toBe(503);
      const shown = await fetch(room, { headers });
      expect(shown.status).toBe(200);
      expect(await shown.text()).toContain("是否修路灯");
    });

    it("goes on by itself when there is room again: everybody once, nobody twice, and the house verifies", async () => {
      rmSync(filler());
      for (const n of refused) expect(await cast(n)).toBe("recorded");
      for (const n of recorded) expect(await cast(n)).toBe("already-recorded");
      const closed = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, demo.staff.apiToken);
      expect(closed.body).toMatchObject({ cast: VOTERS, against: VOTERS / 4, for: (VOTERS / 4) * 3 });
      expect(await server.run("verify")).toMatchObject({ code: 0 });
      expect(await server.stop()).toBe(0);
    });
  });
