import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import type { PollInput } from "#app/commands/draft-poll.ts";
import { ABSTAIN, DEFAULT_OPTIONS } from "#app/domain/poll/form.ts";
import { castIn } from "#app/domain/poll/tally.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { countClaims } from "#db/stores/poll.ts";
import { saveAttendee } from "#db/stores/roll.ts";
import { judged } from "#tests/app/domain/rule/oracle.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";

let room: PollRoom;
beforeEach(async () => {
  room = await pollRoom();
});
afterEach(() => room.house.close());

/** Ballots as they might be asked for, with what may be chosen in each. */
const PAPERS: { asked: Partial<PollInput>; choices: unknown[] }[] = [
  { asked: {}, choices: ["for", "against", "abstain", "other", ["for"]] },
  {
    asked: { items: ["甲", "乙"] },
    choices: [{ i1: "for", i2: "against" }, { i1: "abstain", i2: "for" }, { i1: "for" }, "for"],
  },
  {
    asked: { options: ["甲", "乙", "丙"], choose: "2" },
    choices: ["o1", ["o1", "o2"], ["o3"], ABSTAIN.id, ["o1", "o2", "o3"]],
  },
];

/** Somebody sends a choice so many times at once: the network lost an answer, two tabs, an impatient thumb. */
const anySending = fc.record({ voter: fc.nat(9), choice: fc.nat(4), times: fc.integer({ min: 1, max: 3 }) });

const anyVote = fc.record({
  mode: fc.constantFrom("secret" as const, "named" as const),
  paper: fc.constantFrom(...PAPERS),
  /** Ballots on their way when the poll closes. */
  late: fc.integer({ min: 0, max: 5 }),
  present: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  ruleId: fc.constantFrom("resident-representatives", "committee-election", "party-members"),
  sendings: fc.array(anySending, { maxLength: 25 }),
});

type Drawn = typeof anyVote extends fc.Arbitrary<infer T> ? T : never;

const sizeOf = (choice: unknown) =>
  choice === null || typeof choice !== "object" || Array.isArray(choice) ? 1 : Object.keys(choice).length;

async function hold({ mode: drawn, paper, present, ruleId, sendings, late }: Drawn) {
  const { house, meeting, voters } = room;
  // An election is never held by name.
  const mode = ruleId === "committee-election" ? "secret" : drawn;
  await house.db.write(async (db) => {
    for (const [n, { personId }] of voters.entries()) {
      await saveAttendee(db, meeting.id, personId, { presentAt: present[n] ? house.clock() : null });
    }
  });
  const { id } = await room.program(mode, { ...paper.asked, ruleId });
  const accepted = new Map<number, unknown>();
  const send = async ({ voter, choice: nth, times }: (typeof sendings)[number]) => {
    const choice = paper.choices[nth % paper.choices.length];
    const answers = await Promise.all(
      Array.from({ length: times }, () => castBallot(house, room.voter(voter), { pollId: id, choice })),
    );
    for (const { status } of answers) {
      if (status === "recorded") {
        expect(accepted.has(voter), "nobody is recorded twice").toBe(false);
        accepted.set(voter, choice);
      } else if (status === "already-recorded") {
        expect(accepted.has(voter)).toBe(true);
        if (mode === "named") accepted.set(voter, choice);
      } else if (status === "not-entitled") expect(present[voter]).toBe(false);
    }
  };
  const [before, after] = [sendings.slice(0, sendings.length - late), sendings.slice(sendings.length - late)];
  for (const sending of before) await send(sending);
  // The last ones race the closing; in a named poll a second choice of one voter would leave open which came last.
  const racing = after.filter(({ voter }, n) => after.findIndex((other) => other.voter === voter) === n);
  const [, result] = await Promise.all([Promise.all(racing.map(send)), room.close(id)]);
  return { id, accepted, result };
}

it("random rolls, papers, orders, repeats and closings: what was acknowledged is counted, once, and judged exactly", async () => {
  await fc.assert(
    fc.asyncProperty(anyVote, async (drawn) => {
      const { id, accepted, result } = await hold(drawn);
      const claims = await room.house.db.read((db) => countClaims(db, id));
      expect(claims).toBe(accepted.size);
      expect(castIn(result)).toBe(claims);
      const choices = [...accepted.values()];
      if (result.items) {
        for (const { id: item, ...votes } of result.items) {
          const of = (answer: string) => choices.filter((choice) => Object(choice)[item] === answer).length;
          expect([votes.for, votes.against, votes.abstain]).toEqual([of("for"), of("against"), of("abstain")]);
        }
      } else if (result.options) {
        for (const { id: option, votes } of result.options) {
          expect(votes).toBe(choices.filter((choice) => [choice].flat().includes(option)).length);
        }
      } else {
        const of = (answer: string) => choices.filter((choice) => choice === answer).length;
        expect([result.for, result.against, result.abstain]).toEqual(DEFAULT_OPTIONS.map((option) => of(option.id)));
        const here = drawn.present.filter(Boolean).length;
        const counts = { due: 10, present: here, total: 10, participating: claims, for: of("for") };
        const { quorumMet, passed } = result;
        expect({ quorumMet, passed }).toEqual(judged(requireRule(drawn.ruleId), counts));
      }
      const rows = await room.house.db.read((db) => db.select().from(db.tables.ballot));
      const mine = rows.filter(({ pollId }) => pollId === id);
      expect(mine).toHaveLength(choices.reduce<number>((sum, choice) => sum + sizeOf(choice), 0));
    }),
    { numRuns: 60 },
  );
  expect(await room.mismatches()).toEqual([]);
}, 60_000);
