import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { candidatesOf } from "#app/domain/poll/form.ts";
import { type ProxyFacts, proxyProblems } from "#app/domain/proxy/register.ts";
import { termsOf } from "#app/domain/proxy/stand-in.ts";
import { whoIs } from "#app/domain/proxy/who.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import { proxyText as text } from "#app/text/proxy.ts";
import type { Handle } from "#db/connect.ts";
import { bodyOfMeeting, type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { deleteProxy, hasVotedIn, insertProxy, proxiesAbout, proxiesOf } from "#db/stores/proxy.ts";
import { attendeesOf, saveAttendee } from "#db/stores/roll.ts";
import { optionalField, plainField } from "./fields.ts";
import { record } from "./record.ts";
import { settleAbout, standingOf } from "./represent.ts";

export const proxyInput = z.object({
  meetingId: z.string(),
  /** Somebody on the meeting's roll: an id, or a name as the list writes it. */
  principal: plainField(text.principal, 120),
  holder: plainField(text.holder, 120),
  /** What the written authority 委托书 says of itself. */
  authority: optionalField(text.authority, 300),
  household: z
    .union([z.boolean(), z.enum(["yes", ""]).transform((word) => word === "yes")])
    .nullish()
    .transform((yes) => yes === true),
});
export type ProxyInput = z.input<typeof proxyInput>;

export const withdrawalInput = z.object({ meetingId: z.string(), principalId: z.string() });

/**
 * Registers a written authority 委托书: from now on the holder votes for the principal, who counts as 到会 while the holder is there. A phone
 * that the principal checked in with before is freed: only by checking in anew do they vote themselves, and that ends the authority.
 * Throws not-found, wrong-state when the meeting is over, invalid-value with a sentence for each field.
 */
export async function registerProxy(house: House, actor: Actor, given: ProxyInput): Promise<void> {
  const input = proxyInput.parse(given);
  const { meetingId, authority } = input;
  const freed = await house.db.write(async (db) => {
    const meeting = await requireMeeting(db, actor, meetingId);
    const { principal, holder } = await whoIsMeant(db, meetingId, input);
    const facts = await factsOf(db, meeting, principal.personId);
    const problems = proxyProblems(facts, { ...input, principal: standingOf(principal), holder: standingOf(holder) });
    const names = { principal: principal.name, holder: holder.name, most: facts.terms.most ?? 0 };
    refuse(problems.map(({ field, word }) => ({ field, message: text.refusals[word](names) })));
    const pair = { principalId: principal.personId, holderId: holder.personId };
    // One whose holder left the roll is none any more, and must not stand in the way.
    await deleteProxy(db, meetingId, pair.principalId);
    await insertProxy(db, { meetingId, ...pair, authority, createdAt: house.clock() });
    if (principal.keyId !== null) await saveAttendee(db, meetingId, pair.principalId, { keyId: null });
    await settleAbout(house, db, meeting, pair.principalId);
    await touchMeeting(db, meetingId);
    const told = { meeting: meeting.code, principal: principal.name, holder: holder.name, authority };
    await record(house, db, actor, "register-proxy", pair.principalId, told);
    return principal.keyId !== null;
  });
  if (freed) house.publish(meetingId, "bindings");
  house.publish(meetingId, "everyone");
}

/** Takes an authority back before its first vote; twice is once. Throws not-found, wrong-state when the meeting is over or a vote was cast. */
export async function withdrawProxy(
  house: House,
  actor: Actor,
  { meetingId, principalId }: z.input<typeof withdrawalInput>,
): Promise<void> {
  await house.db.write(async (db) => {
    const meeting = await requireMeeting(db, actor, meetingId);
    const found = (await proxiesAbout(db, meetingId, principalId)).find((each) => each.principalId === principalId);
    if (!found) return;
    const { principal, holder } = found;
    if (await hasVotedIn(db, meetingId, principalId)) {
      throw new DomainError("wrong-state", [{ field: "principal", message: text.cast(principal.name) }]);
    }
    await deleteProxy(db, meetingId, principalId);
    if (principal.via === "proxy") await saveAttendee(db, meetingId, principalId, { presentAt: null, via: null });
    await touchMeeting(db, meetingId);
    const names = { principal: principal.name, holder: holder.name };
    await record(house, db, actor, "withdraw-proxy", principalId, { meeting: meeting.code, ...names });
  });
  house.publish(meetingId, "everyone");
}

async function requireMeeting(db: Handle, actor: Actor, meetingId: string): Promise<Meeting> {
  const meeting = await ownMeeting(db, actor, meetingId);
  if (isOver(meeting.state)) throw new DomainError("wrong-state", [{ field: "rule", message: text.over }]);
  return meeting;
}

async function whoIsMeant(db: Handle, meetingId: string, asked: { principal: string; holder: string }) {
  const roll = await attendeesOf(db, meetingId);
  const [principal, holder] = [whoIs(roll, asked.principal), whoIs(roll, asked.holder)];
  refuse([...unclear("principal", principal), ...unclear("holder", holder)]);
  if (!principal || !holder || principal === "several" || holder === "several") throw new DomainError("not-found");
  return { principal, holder };
}

function unclear(field: "principal" | "holder", meant: object | "several" | null) {
  if (meant === "several") return [{ field, message: text.several(text[field]) }];
  return meant ? [] : [{ field, message: text.nobody(text[field]) }];
}

async function factsOf(db: Handle, meeting: Meeting, principalId: string): Promise<ProxyFacts> {
  const body = await bodyOfMeeting(db, meeting);
  if (!body) throw new DomainError("not-found");
  const terms = termsOf(body);
  if (!terms.allowed) refuse([{ field: "rule", message: text.notInRule(requireRule(body.ruleId).name) }]);
  const polls = (await pollsOf(db, meeting.id)).filter(({ state }) => state === "draft" || state === "open");
  return {
    terms,
    pairs: await proxiesOf(db, meeting.id),
    candidates: new Set(polls.flatMap((poll) => [...candidatesOf(poll)])),
    principalVoted: await hasVotedIn(db, meeting.id, principalId),
  };
}

function refuse(problems: { field: string; message: string }[]): void {
  if (problems.length > 0) throw new DomainError("invalid-value", problems);
}
