import { describe, expect, it } from "vitest";
import {
  backOff,
  beginVoting,
  castUntilAnswered,
  nextVoting,
  shownVoting,
  type Voting,
  type VotingEvent,
} from "#app/components/phone/voting.ts";
import type { CastStatus } from "#app/components/shared/live-link.ts";

const answered = (status: CastStatus, repeated = false): VotingEvent => ({ type: "answered", status, repeated });
const play = (...events: VotingEvent[]): Voting => events.reduce<Voting>(nextVoting, beginVoting);
const choose: VotingEvent = { type: "choose", choice: "for" };
const confirm: VotingEvent = { type: "confirm" };

describe("one phone and one poll", () => {
  it.each<[string, VotingEvent[], Voting]>([
    ["choosing asks for confirmation", [choose], { step: "confirming", choice: "for" }],
    ["a confirmed choice is on its way, not recorded", [choose, confirm], { step: "sending", choice: "for" }],
    ["going back forgets the choice", [choose, { type: "back" }], { step: "choosing", changing: false }],
    [
      "going back keeps what took many taps",
      [{ type: "choose", choice: { i1: "for", i2: "against" } }, { type: "back" }],
      { step: "choosing", changing: false, draft: { i1: "for", i2: "against" } },
    ],
    ["nothing is sent without confirmation", [confirm], { step: "choosing", changing: false }],
    [
      "what is on its way cannot be taken back or changed",
      [choose, confirm, { type: "back" }, { type: "choose", choice: "against" }, { type: "change" }],
      { step: "sending", choice: "for" },
    ],
    ["recorded holds no choice", [choose, confirm, answered("recorded")], { step: "recorded", earlier: false }],
    [
      "a repeat that finds itself recorded is our own ballot",
      [choose, confirm, answered("already-recorded", true)],
      { step: "recorded", earlier: false },
    ],
    [
      "somebody who voted before is told so",
      [choose, confirm, answered("already-recorded")],
      { step: "recorded", earlier: true },
    ],
    ["too late is a refusal", [choose, confirm, answered("poll-closed")], { step: "refused", word: "poll-closed" }],
    ["an answer nobody waits for changes nothing", [answered("recorded")], { step: "choosing", changing: false }],
  ])("%s", (_, events, expected) => {
    expect(play(...events)).toEqual(expected);
  });

  it("believes the server about a secret ballot, wherever this phone stood", () => {
    const inTheBox = { mine: "recorded", mode: "secret" } as const;
    for (const voting of [
      play(),
      play(choose),
      play(choose, confirm),
      play(choose, confirm, answered("poll-closed")),
    ]) {
      expect(shownVoting(voting, inTheBox)).toEqual({ step: "recorded", earlier: false });
    }
  });

  it("lets a named ballot be changed, and nothing but a named one", () => {
    const changing = play(choose, confirm, answered("recorded"), { type: "change" });
    expect(shownVoting(changing, { mine: "recorded", mode: "named" }).step).toBe("choosing");
    expect(shownVoting(changing, { mine: "recorded", mode: "secret" }).step).toBe("recorded");
    expect(shownVoting(play(), { mine: "recorded", mode: "named" }).step).toBe("recorded");
  });
});

describe("sending until the server answers", () => {
  type Try = CastStatus | "cut";

  /** Plays these tries in turn; answers what came of it and the pauses between them. */
  async function send(tries: Try[], goesOn: () => boolean = () => true) {
    const pauses: number[] = [];
    const left = [...tries];
    const one = async () => {
      const next = left.shift();
      if (next === undefined || next === "cut") throw new Error("no answer");
      return next;
    };
    const pause = async (ms: number) => void pauses.push(ms);
    return { answer: await castUntilAnswered(one, pause, goesOn, () => 0.5), pauses, left };
  }

  it("takes the first answer", async () => {
    expect(await send(["recorded"])).toEqual({ answer: { status: "recorded", repeated: false }, pauses: [], left: [] });
  });

  it("tries again after a cut line and a busy server, waiting longer each time", async () => {
    const { answer, pauses } = await send(["cut", "busy", "cut", "already-recorded"]);
    expect(answer).toEqual({ status: "already-recorded", repeated: true });
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  it("does not repeat a refusal", async () => {
    const { answer, left } = await send(["poll-closed", "recorded"]);
    expect(answer).toEqual({ status: "poll-closed", repeated: false });
    expect(left).toEqual(["recorded"]);
  });

  it("stops when the page has gone on to something else", async () => {
    let asked = 0;
    const { answer, left } = await send(["cut", "cut", "recorded"], () => ++asked < 3);
    expect(answer).toBeNull();
    expect(left).toContain("recorded");
  });

  it("never waits longer than ten seconds, and spreads a room's return", () => {
    expect(backOff(40, 1)).toBeLessThanOrEqual(10_000);
    expect(backOff(1, 0)).toBeLessThan(backOff(1, 1));
  });
});
