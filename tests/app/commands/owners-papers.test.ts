import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closePoll } from "#app/commands/close-poll.ts";
import { enterPaper, strikePaper } from "#app/commands/enter-paper.ts";
import type { DomainError } from "#app/domain/errors.ts";
import type { Actor } from "#app/house.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import type { TestHouse } from "#tests/house.ts";
import { arriveAsVoter } from "#tests/meeting.ts";
import { ENDS, type Estate, openEstate } from "./estate.ts";

let estate: Estate;
let house: TestHouse;
let actor: Actor;

beforeEach(async () => {
  estate = await openEstate();
  ({ house, actor } = estate);
});
afterEach(() => house.close());

describe("a signed paper", () => {
  const enter = async (pollId: string, name: string, choice: string, enteredBy: string) =>
    enterPaper(house, actor, { pollId, personId: await estate.personOf(name), choice, enteredBy });

  test("counts when two people entered the same, and then nothing else of this owner does", async () => {
    const id = await estate.running();
    expect(await enter(id, "韦国兴", "against", "周岚")).toBe("entered");
    expect((await estate.page()).running?.all.voted).toBe(0);
    await expect(enter(id, "韦国兴", "against", "周岚")).rejects.toMatchObject({ details: [{ field: "enteredBy" }] });
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("recorded");
    expect((await estate.page()).running?.all.voted).toBe(1);
    await expect(enter(id, "韦国兴", "for", "周岚")).rejects.toMatchObject({ details: [{ field: "choice" }] });
    const said = JSON.stringify([
      ...(await estate.acts("enter-paper-ballot")),
      ...(await estate.acts("check-paper-ballot")),
    ]);
    expect(said).toContain("韦国兴");
    expect(said).not.toMatch(/against|反对/);
  });

  test("is the owner's vote from then on: no phone, of the owner or of who votes for them, changes what was signed", async () => {
    const id = await estate.running();
    for (const by of ["周岚", "徐静"]) await enter(id, "韦国兴", "against", by);
    expect(await estate.byPhone(id, "韦国兴", "for")).toBe("already-recorded");
    const meeting = { id: estate.meetingId, code: estate.code };
    const voter = await arriveAsVoter(house, meeting, await estate.personOf("韦国兴"));
    const { poll } = await meetingSnapshot(house, estate.code, voter);
    expect(poll).toMatchObject({ mine: "recorded", onPaper: true });
    expect(await enter(id, "罗小曼", "for", "周岚")).toBe("entered");
    const result = await closePoll(house, actor, id).catch((error: DomainError) => error.word);
    expect(result).toBe("gate-not-met");
    await strikePaper(house, actor, { pollId: id, personId: await estate.personOf("罗小曼") });
    await expect(strikePaper(house, actor, { pollId: id, personId: voter.personId })).rejects.toThrow("not-found");
    expect(await closePoll(house, actor, id)).toMatchObject({ for: 0, against: 1 });
  });

  test("entered differently counts neither way", async () => {
    const id = await estate.running();
    await enter(id, "韦国兴", "against", "周岚");
    expect(await enter(id, "韦国兴", "for", "徐静")).toBe("differs");
    const { running: now } = await estate.page();
    expect([now?.all.voted, now?.pending]).toEqual([0, []]);
    expect(JSON.stringify(await estate.acts("strike-paper-ballot"))).not.toMatch(/against|"for"/);
  });

  test("yields to the owner's phone, which is never counted twice", async () => {
    const id = await estate.running();
    await enter(id, "韦国兴", "against", "周岚");
    expect(await estate.byPhone(id, "韦国兴", "for")).toBe("recorded");
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("voted");
    const result = await closePoll(house, actor, id);
    expect([result.for, result.against]).toEqual([1, 0]);
  });

  test("keeps the poll from being counted until it is checked, which may be after the end", async () => {
    const id = await estate.running();
    await enter(id, "韦国兴", "against", "周岚");
    house.at(new Date(ENDS.getTime() + 60_000));
    await expect(closePoll(house, actor, id)).rejects.toMatchObject({
      word: "gate-not-met",
      details: [{ field: "papers" }],
    });
    await expect(enter(id, "罗小曼", "for", "周岚")).rejects.toMatchObject({ word: "poll-closed" });
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("recorded");
    expect((await closePoll(house, actor, id)).against).toBe(1);
  });

  test("checked after the end with a slip of the finger is not lost: the later entry waits for the first person", async () => {
    const id = await estate.running();
    await enter(id, "韦国兴", "against", "周岚");
    house.at(new Date(ENDS.getTime() + 60_000));
    expect(await enter(id, "韦国兴", "for", "徐静")).toBe("differs");
    await expect(closePoll(house, actor, id)).rejects.toThrow("gate-not-met");
    await expect(enter(id, "韦国兴", "for", "徐静")).rejects.toMatchObject({ details: [{ field: "enteredBy" }] });
    expect(await enter(id, "韦国兴", "against", "周岚")).toBe("differs");
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("recorded");
    expect(await closePoll(house, actor, id)).toMatchObject({ for: 0, against: 1 });
  });

  test("can be struck, is refused without every answer, and is taken while the poll is open alone", async () => {
    const id = await estate.running({ items: "换电梯\n修屋顶" });
    const personId = await estate.personOf("韦国兴");
    const half = enterPaper(house, actor, { pollId: id, personId, choice: { i1: "for" }, enteredBy: "周岚" });
    await expect(half).rejects.toMatchObject({ details: [{ field: "choice" }] });
    await enterPaper(house, actor, { pollId: id, personId, choice: { i1: "for", i2: "for" }, enteredBy: "周岚" });
    await strikePaper(house, actor, { pollId: id, personId });
    await expect(strikePaper(house, actor, { pollId: id, personId })).rejects.toMatchObject({ word: "not-found" });
    await closePoll(house, actor, id);
    const late = enterPaper(house, actor, {
      pollId: id,
      personId,
      choice: { i1: "for", i2: "for" },
      enteredBy: "周岚",
    });
    await expect(late).rejects.toMatchObject({ word: "poll-closed" });
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });
});

/** The law in rational arithmetic, apart from the house's own: two thirds take part and more than half, or three quarters, agree, in both. */
function lawful(special: boolean, owners: { area: number; choice: string | null }[]): boolean {
  const sum = (some: typeof owners, of: (owner: (typeof owners)[number]) => bigint) =>
    some.reduce((all, owner) => all + of(owner), 0n);
  const cast = owners.filter(({ choice }) => choice !== null);
  const yes = owners.filter(({ choice }) => choice === "for");
  return [() => 1n, ({ area }: { area: number }) => BigInt(area)].every((of) => {
    const [whole, part, agree] = [sum(owners, of), sum(cast, of), sum(yes, of)];
    return 3n * part >= 2n * whole && (special ? 4n * agree >= 3n * part : 2n * agree > part) && part > 0n;
  });
}

test("the verdict on random votes, phones and papers mixed, is the law's in exact arithmetic", {
  timeout: 60_000,
}, async () => {
  const choice = fc.constantFrom("for", "for", "for", "for", "against", "abstain", null);
  const votes = fc.array(choice, { minLength: 9, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(votes, fc.boolean(), async (choices, special) => {
      await house.close();
      estate = await openEstate();
      ({ house, actor } = estate);
      const id = await estate.running({ ruleId: special ? "owners-special" : "owners-general" });
      const lines = await estate.attendees();
      const owners = lines.map((line, index) => ({ ...line, area: line.area ?? 0, choice: choices[index] ?? null }));
      for (const [index, owner] of owners.entries()) {
        if (owner.choice === null) continue;
        if (index % 2 === 0) await estate.byPhone(id, owner.name, owner.choice);
        else
          for (const enteredBy of ["周岚", "徐静"])
            await enterPaper(house, actor, { pollId: id, personId: owner.personId, choice: owner.choice, enteredBy });
      }
      expect((await closePoll(house, actor, id)).passed).toBe(lawful(special, owners));
      expect((await verifyHouse(house)).mismatches).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
