import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { call, checkIn, connect, demonstration, openPollOver } from "./api-client.ts";
import { inTurns, newPhone, type Phone, residentKb, seeded } from "./phones.ts";
import { scaled, tell } from "./scale.ts";
import { newServer, type TestServer } from "./server.ts";

/** A hall whose lines break while it votes: every second one phone in twenty is cut off and comes back. */

const HALLS = scaled([60], [500, 2000]);
const SECONDS = scaled(3, 10);
const CUT_SHARE = 0.05;
/** Aim of shared figures: resident memory per connected phone. */
const KB_PER_PHONE = 60;

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.start();
});
afterAll(() => server.remove());

/** One in ten does not vote. */
const choiceOf = (n: number) =>
  ["for", "for", "against", "for", "abstain", "for", "against", "for", "for", null][n % 10];

/** A count, or a choice anywhere but among the options on the paper. */
function tellsTooMuch(frame: string): boolean {
  const rest = frame.replaceAll(/"options":\[[^\]]*\]/g, "");
  return /"(for|against|abstain|invalid|result|tally|passed|votes|choice|counts)"/.test(rest);
}

type Heard = { frames: number; tooMuch: string[] };

async function gather(demo: Demonstration, heard: Heard): Promise<{ phones: Phone[]; kbPerPhone: number | null }> {
  const hear = (frame: string) => {
    heard.frames += 1;
    if (tellsTooMuch(frame)) heard.tooMuch.push(frame);
  };
  const phones: Phone[] = [];
  await inTurns(demo.voters, 16, async ({ token }, n) => {
    phones[n] = newPhone(server, await checkIn(server, demo, token), hear);
  });
  const before = residentKb(server.pid());
  await inTurns(phones, 16, (phone) => phone.join());
  const after = residentKb(server.pid());
  return { phones, kbPerPhone: before && after ? Math.round((after - before) / phones.length) : null };
}

/** Everybody who votes does so at some moment of these seconds; lines break until all have been told. Which way, and how many were cut. */
async function voteInChurn(phones: readonly Phone[], poll: string) {
  const random = seeded(20_261_120);
  let voting = true;
  let cut = 0;
  const churn = async () => {
    while (voting) {
      const broken = phones.filter(() => random() < CUT_SHARE);
      cut += broken.length;
      await Promise.all([delay(1000), ...broken.map((phone) => phone.drop())]);
    }
  };
  const cutting = churn();
  const told = await Promise.all(
    phones.map(async (phone, n) => {
      await delay(random() * SECONDS * 1000);
      const choice = choiceOf(n);
      if (!choice) return null;
      const casting = phone.cast(poll, choice);
      // The line breaks after the ballot has gone out and before the answer can be back.
      if (n % 20 === 7) setImmediate(() => phone.drop().catch(() => {}));
      return casting;
    }),
  );
  voting = false;
  await cutting;
  return { told, cut };
}

describe("threat: Wi-Fi drop", () => {
  it.each(HALLS)(
    "of %i phones loses nothing and tells nothing: what was acknowledged is counted, no frame holds a choice or a tally",
    async (size) => {
      const demo = await demonstration(server, size);
      const heard: Heard = { frames: 0, tooMuch: [] };
      const { phones, kbPerPhone } = await gather(demo, heard);
      const screen = await connect(server, { screen: demo.meeting });
      screen.io.engine.on("data", (frame: unknown) => tellsTooMuch(String(frame)) && heard.tooMuch.push(String(frame)));
      const poll = await openPollOver(server, demo, { question: "是否修路灯", mode: "secret" });
      heard.frames = 0;
      const { told, cut } = await voteInChurn(phones, poll);
      expect(heard.tooMuch).toEqual([]);
      const { frames } = heard;
      const { body } = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, demo.staff.apiToken);
      for (const phone of phones) phone.leave();
      screen.close();

      const chosen = (choice: string) => phones.filter((_phone, n) => choiceOf(n) === choice).length;
      const voted = told.filter((how) => how !== null).length;
      expect(body).toMatchObject({
        cast: voted,
        for: chosen("for"),
        against: chosen("against"),
        abstain: chosen("abstain"),
      });
      // Otherwise the lines broke when nobody was voting.
      expect(cut).toBeGreaterThan(size * CUT_SHARE);
      const onReturn = told.filter((how) => how === "seen on return").length;
      expect(onReturn).toBeGreaterThan(0);
      const measured = { phones: size, seconds: SECONDS, cut, ballots: voted, seen_on_return: onReturn, lost: 0 };
      tell({ proof: "churn", ...measured, frames_per_ballot: frames / voted, kb_per_phone: kbPerPhone });
      // A hall of sixty is lost in what the server holds anyway.
      if (size >= 500) expect(kbPerPhone).toBeLessThanOrEqual(KB_PER_PHONE);
    },
  );

  it("would be told of a frame that says too much", () => {
    const options = '"options":[{"id":"for","label":"同意"},{"id":"against","label":"反对"}]';
    expect(tellsTooMuch(`42["snapshot",{"poll":{${options},"cast":4,"mine":"recorded"}}]`)).toBe(false);
    expect(tellsTooMuch(`42["snapshot",{"poll":{${options},"mine":"for"}}]`)).toBe(true);
    expect(tellsTooMuch(`42["snapshot",{"poll":{${options},"result":{"for":3}}}]`)).toBe(true);
  });
});
