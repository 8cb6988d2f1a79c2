import { proposedSchedule } from "#app/domain/calendar/schedule-schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { proposedRule } from "#app/domain/method/proposed-rule.ts";
import { RULES, requireRule } from "#app/domain/rule/presets.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type Body, everyBodyOf, meetingsOf } from "#db/stores/meeting.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import { ownBody } from "#db/stores/own.ts";
import { proposedDay } from "./meeting-plan.ts";
import { rollChoices } from "./rolls.ts";

/** The community's bodies in use and out of use, by name, each with its method's name and its next regular day. */
export function bodyList(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const names = new Map((await methodsAtHand(db, actor.communityId)).map(({ id, name }) => [id, name]));
    const rolls = new Map((await rollChoices(db, actor)).map((roll) => [roll.id, roll.name]));
    const now = house.clock();
    const meetings = await meetingsOf(db, actor.communityId);
    const nextOf = (body: Body) =>
      proposedDay(
        now,
        body,
        meetings.filter((each) => each.bodyId === body.id),
      ).day;
    const lines = (await everyBodyOf(db, actor.communityId)).map((body) => ({
      ...shown(body),
      methodName: names.get(body.methodId) ?? null,
      ruleName: requireRule(body.ruleId).name,
      rollName: rolls.get(body.rollId) ?? null,
      next: body.schedule.every === "none" ? null : nextOf(body),
    }));
    return {
      bodies: lines.filter((line) => !line.removed),
      removed: lines.filter((line) => line.removed),
      mayChange: actor.role === "secretary",
    };
  });
}

/** One body for its form, with what may be chosen. Throws not-found, for another community's too. */
export function bodyPage(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const body = shown(await ownBody(db, actor, id));
    const choices = await choicesOf(db, actor);
    return { body, ...choices, mayChange: actor.role === "secretary" };
  });
}

/** 14:30, as the first body of every community has it. */
const USUAL_TIME = "14:30";

/**
 * A new body as its method proposes it: name, days and rule; time and place as the community's others have them. Without `methodId`, or where
 * it cannot be used, the first method of the list. Throws not-allowed for clerks.
 */
export function newBodyPage(house: House, actor: Actor, methodId: string) {
  requireSecretary(actor);
  return house.db.read(async (db) => {
    const usable = (await methodsAtHand(db, actor.communityId)).filter((each) => each.status !== "blank");
    const method = usable.find((each) => each.id === methodId) ?? usable[0];
    if (!method) throw new DomainError("not-found");
    const bodies = await everyBodyOf(db, actor.communityId);
    return { proposal: proposalOf(method, bodies), status: method.status, ...(await choicesOf(db, actor)) };
  });
}

function proposalOf(method: MethodDefinition, bodies: Body[]) {
  const [other] = bodies.filter((body) => !body.removedAt);
  return {
    name: bodies.some((body) => body.name === method.name && !body.removedAt) ? "" : method.name,
    methodId: method.id,
    schedule: proposedSchedule(method.calendar),
    startTime: other?.startTime ?? USUAL_TIME,
    place: other?.place ?? "",
    ruleId: proposedRule(method),
    rollId: null,
  };
}

async function choicesOf(db: Handle, actor: Actor) {
  const methods = await methodsAtHand(db, actor.communityId);
  return {
    methods: methods.map(({ id, name, status }) => ({ id, name, blank: status === "blank" })),
    rules: RULES.map(({ id, name }) => ({ id, name })),
    rolls: await rollChoices(db, actor),
  };
}

const shown = ({ id, name, methodId, schedule, startTime, place, ruleId, rollId, version, removedAt }: Body) => ({
  id,
  name,
  methodId,
  schedule,
  startTime,
  place,
  ruleId,
  rollId,
  version,
  removed: removedAt !== null,
});
