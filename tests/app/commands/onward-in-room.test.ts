import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { decideOutcome, undoOutcome } from "#app/commands/decide-outcome.ts";
import { editBody } from "#app/commands/edit-body.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import type { outcomeInput } from "#app/commands/outcome-input.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { removeOwnMethod } from "#app/commands/remove-own-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { SPLIT } from "#app/methods/parts.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { type Issue, issueById, issuesOf } from "#db/stores/issue.ts";
import { agendaOf, bodyById, meetingById } from "#db/stores/meeting.ts";
import { exit, stage } from "#tests/app/domain/method/sample.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must, WEDNESDAY } from "./room.ts";
import { publishWritten, type Written } from "./written-method.ts";

/** 按方法走下一步: the meeting takes a step that the issue's own method names. */

const ended = (id: string, result?: "passed" | "failed") => stage(id, { final: true, ...(result ? { result } : {}) });

let house: TestHouse;
let lake: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

const now = async (id: string) => must(await house.db.read((db) => issueById(db, id))) as Issue;
const begin = async (method: Written) =>
  (await enterIssue(house, lake.actor, { title: "广场舞太吵", method: method.id })).id;

async function inRoom(issue: string) {
  const plan = { body: lake.bodyId, startsAt: WEDNESDAY, title: "", recorder: "", issues: [issue] };
  const { id: meetingId, code } = await planMeeting(house, lake.actor, plan);
  house.at(WEDNESDAY);
  await openMeeting(house, lake.actor, { meetingId });
  const item = async () => must((await house.db.read((db) => agendaOf(db, meetingId)))[1]);
  const from = must(await house.db.read((db) => meetingById(db, meetingId))).currentItemId ?? "";
  await chooseAgendaItem(house, lake.actor, { meetingId, agendaItemId: (await item()).id, from });
  const decide = async (event: string, more: object = {}) => {
    const { id: agendaItemId, decision } = await item();
    const said = { meetingId, agendaItemId, decision, outcome: "onward", event, conclusion: "照议定的办", ...more };
    return decideOutcome(house, lake.actor, said as unknown as z.input<typeof outcomeInput>);
  };
  const undo = async () => {
    const { id: agendaItemId, decision } = await item();
    return undoOutcome(house, lake.actor, { meetingId, agendaItemId, decision });
  };
  return { item, decide, undo, code };
}

describe("a step of the method's own, taken in the room", () => {
  it("is called on the papers as the stage calls it, not as an earlier stage calls its own", async () => {
    const named = (label: string, to: string) => ({ ...exit("advance", to), label });
    const method = await publishWritten(house, lake.actor, {
      stages: [
        stage("collect", { kind: "collect", exits: [named("受理，提交上会", "talk")] }),
        stage("talk", { exits: [named("形成共识", "done")] }),
        ended("done"),
      ],
    });
    const issue = await begin(method);
    const room = await inRoom(issue);
    expect(await now(issue)).toMatchObject({ stage: "talk" });
    await room.decide("advance");
    expect(await room.item()).toMatchObject({ outcome: "onward", stepLabel: "形成共识" });
  });

  it("is none of its exceptions: what they leave behind could not be taken back", async () => {
    const method = await publishWritten(house, lake.actor, {
      stages: [
        stage("talk", { exits: [exit("advance", "done")], exceptions: [SPLIT] }),
        ended("done"),
        ended("split-up"),
      ],
    });
    const issue = await begin(method);
    const room = await inRoom(issue);
    const refused = await refusalOf(room.decide("split", { reason: "两件事", facts: { splitInto: ["甲", "乙"] } }));
    expect(refused).toMatchObject({ word: "wrong-state", details: [{ field: "event" }] });
    expect(await house.db.read((db) => issuesOf(db, lake.communityId))).toHaveLength(1);
    expect((await refusalOf(room.decide("constructor")))?.word).toBe("wrong-state");
  });

  it("gives back how often the issue was discussed, inside a decision too", async () => {
    const again = (label: string) => ({ ...exit("again", label), counts: ["discussed"] });
    const decision = await publishWritten(house, lake.actor, {
      stages: [
        stage("vote", { exits: [exit("pass", "passed"), exit("fail", "failed"), again("vote")] }),
        ended("passed", "passed"),
        ended("failed", "failed"),
      ],
    });
    const back = (["passed", "failed"] as const).map((after) => ({ ...exit(`is-${after}`, "done"), after }));
    const source = { kind: "default", ref: "自定" } as const;
    const method = await publishWritten(house, lake.actor, {
      stages: [
        stage("talk", {
          exits: [again("talk"), exit("advance", "done"), ...back],
          decisions: [{ method: decision.id, label: "提交表决", source }],
        }),
        ended("done"),
      ],
    });
    const issue = await begin(method);
    await takeStep(house, lake.actor, { issueId: issue, event: "again" });
    await takeStep(house, lake.actor, { issueId: issue, event: decision.id });
    expect(await now(issue)).toMatchObject({ stage: "vote", timesDiscussed: 1 });
    const room = await inRoom(issue);
    await room.decide("again");
    expect((await now(issue)).timesDiscussed).toBe(2);
    await room.undo();
    expect((await now(issue)).timesDiscussed).toBe(1);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });
});

it("a room stays open to the desk whose body goes by a method that went out of use", async () => {
  const method = await publishWritten(house, lake.actor, {
    stages: [stage("talk", { exits: [exit("advance", "done")] }), ended("done")],
  });
  const body = must(await house.db.read((db) => bodyById(db, lake.bodyId)));
  await editBody(house, lake.actor, { ...body, methodId: method.id });
  const room = await inRoom(await begin(method));
  await removeOwnMethod(house, lake.actor, method);
  const { meetingId } = await room.item();
  const [report] = await house.db.read((db) => agendaOf(db, meetingId));
  expect((await meetingRoom(house, lake.actor, room.code, must(report).id)).agenda).toHaveLength(2);
});
