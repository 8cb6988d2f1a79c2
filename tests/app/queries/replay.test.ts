import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decideOutcome, undoOutcome } from "#app/commands/decide-outcome.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { switchMethod } from "#app/commands/switch-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import { isEntered } from "#app/domain/method/fact-kind.ts";
import { requireStage } from "#app/domain/method/step.ts";
import { METHODS } from "#app/methods/index.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { type Issue, issueById, saveIssue } from "#db/stores/issue.ts";
import { methodOf } from "#db/stores/method.ts";
import { openRoom } from "#tests/app/commands/room.ts";
import { openingFacts } from "#tests/app/methods/solve.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

const mismatches = async () => (await verifyHouse(house)).mismatches;
const issueNow = async (id: string) => (await house.db.read((db) => issueById(db, id))) as Issue;

/** What a person types for a step: only what people enter; programs tell who came and what was said. */
function typed(method: MethodDefinition, facts: Facts): Facts {
  const told = ["statements", "seatsPresent"];
  return Object.fromEntries(Object.entries(facts).filter(([name]) => isEntered(method, name) || told.includes(name)));
}

/** Takes so many steps, each picked from what is open; what is refused is passed over. */
async function wander(community: SeededCommunity, id: string, picks: readonly number[]): Promise<number> {
  let taken = 0;
  for (const pick of picks) {
    const issue = await issueNow(id);
    const method = await house.db.read((db) => methodOf(db, issue.process));
    const ways = waysOf(requireStage(method, issue.stage)).filter((way) => way.event !== "merge" && !way.after);
    // Ends are left for last, else most walks would be over after a step or two.
    const onward = ways.filter((each) => !requireStage(method, each.to).final);
    const choice = pick % 7 === 0 || onward.length === 0 ? ways : onward;
    const way = choice[pick % Math.max(1, choice.length)];
    if (!way) break;
    const read = new Set(
      way.gate.flatMap(({ fact, test, when }) => [
        fact,
        ...("of" in test ? [test.of] : []),
        ...("by" in test ? [test.by] : []),
        ...(when ? [when.fact] : []),
      ]),
    );
    const facts = Object.fromEntries(
      Object.entries(typed(method, openingFacts(method, way.gate))).filter(([name]) => read.has(name)),
    );
    const step = { issueId: id, event: way.event, reason: "有理由", facts };
    if (!(await refusalOf(takeStep(house, community.actor, step)))) taken += 1;
  }
  return taken;
}

describe("an issue's journal", () => {
  it.each(METHODS.filter((method) => method.status !== "blank").map((method) => [method.name, method] as const))(
    "walked again gives where it stands: %s",
    async (_name, method) => {
      // Late enough for every period that the facts begin.
      house.at(new Date("2026-12-31T01:00:00Z"));
      const community = await seedCommunity(house);
      await switchMethod(house, community.actor, { id: method.id, on: true });
      const picks = fc.sample(fc.array(fc.nat(40), { minLength: 25, maxLength: 25 }), { numRuns: 3, seed: 7 });
      let taken = 0;
      for (const each of picks) {
        const lamp = { title: "路灯不亮", place: "3号楼", category: "照明", method: method.id };
        const { id } = await enterIssue(house, community.actor, lamp);
        taken += await wander(community, id, each);
      }
      expect(taken).toBeGreaterThan(5);
      expect(await mismatches()).toEqual([]);
    },
  );

  it("follows a decision of the room that was taken back and made anew", async () => {
    const room = await openRoom(house);
    const { actor } = room.community;
    const item = await room.discuss(2);
    const said = { meetingId: room.meetingId, agendaItemId: item.id, outcome: "resolved-now" as const };
    await decideOutcome(house, actor, { ...said, decision: 0, conclusion: "已换灯", partyAgrees: true });
    await undoOutcome(house, actor, { meetingId: room.meetingId, agendaItemId: item.id, decision: 1 });
    expect(await mismatches()).toEqual([]);
    await decideOutcome(house, actor, { ...said, outcome: "next-time", decision: 2, reason: "等物业到场" });
    expect(await mismatches()).toEqual([]);
  });

  it("gives away a stage, a counter or a decision that was changed behind its back", async () => {
    const community = await seedCommunity(house);
    const lamp = { title: "路灯不亮", place: "3号楼", category: "照明" };
    const { id } = await enterIssue(house, community.actor, lamp);
    await takeStep(house, community.actor, { issueId: id, event: "advance" });
    expect(await mismatches()).toEqual([]);
    const { process, stage } = await issueNow(id);
    const put = (change: Partial<Issue>) => house.db.write((db) => saveIssue(db, id, change));
    await put({ process: { ...process, value: "feedback" }, stage: "feedback" });
    expect(await mismatches()).toHaveLength(1);
    await put({
      process: { ...process, context: { ...process.context, counts: { returned: 1, discussed: 0 } } },
      stage,
    });
    expect(await mismatches()).toHaveLength(1);
    await put({ process, stage: "respond" });
    expect(await mismatches()).toHaveLength(1);
    await put({ process, stage });
    expect(await mismatches()).toEqual([]);
  });
});
