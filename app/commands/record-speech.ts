import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText as text } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { insertSpeech, nextSpeechPosition, type Speech, saveSpeech, speechById } from "#db/stores/speech.ts";
import { editionField, longField, optionalField } from "./fields.ts";
import { itemOfMeeting, meetingInSession } from "./meeting-in-session.ts";
import { record } from "./record.ts";

const words = {
  /** May still be empty while the words are being typed: nothing said is refused for want of a name. */
  speaker: optionalField(text.record.speaker, 50),
  body: longField(text.record.body, 5000).pipe(z.string().min(1, text.record.bodyRequired)),
};

export const newSpeechInput = z.object({
  meetingId: z.string(),
  agendaItemId: z.string(),
  /** The page's own name for the line: sending it again, after an answer that was lost, makes no second line. */
  key: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
  ...words,
});
export const speechEditInput = z.object({
  meetingId: z.string(),
  speechId: z.string(),
  version: editionField,
  ...words,
});
export const speechMarkInput = z.object({ meetingId: z.string(), speechId: z.string(), version: editionField });

export type NewSpeech = z.infer<typeof newSpeechInput>;
export type SpeechEdit = z.infer<typeof speechEditInput>;
export type SpeechMark = z.infer<typeof speechMarkInput>;
/** The line as it now stands. */
export type SavedSpeech = { id: string; version: number; savedAt: Date };
/** `details` of a `stale` line. */
export type StaleSpeech = {
  current: { id: string; speaker: string; body: string; version: number; by: string; removed: boolean };
};

/**
 * Adds a line to the record of who said what: each is a row of its own, so that people typing at once never conflict.
 * Throws not-found, wrong-state, or stale `StaleSpeech` when the same `key` was sent before and somebody changed the line since.
 */
export async function addSpeech(house: House, actor: Actor, input: NewSpeech): Promise<SavedSpeech> {
  const { meetingId, agendaItemId, key, speaker, body } = input;
  const id = key
    ? house.sign(`speech|${meetingId}|${agendaItemId}|${actor.staffId}|${key}`).slice(0, 22)
    : house.newId();
  const saved = await house.db.write(async (db) => {
    const meeting = await meetingInSession(db, actor, meetingId);
    const item = await itemOfMeeting(db, meeting, agendaItemId);
    const known = await speechById(db, id);
    if (known) return change(house, db, actor, meeting, known, { speaker, body, version: 1 });
    const now = house.clock();
    const position = await nextSpeechPosition(db, item.id);
    const by = { recordedBy: actor.name, updatedBy: actor.name };
    const row = {
      id,
      meetingId,
      agendaItemId: item.id,
      position,
      speaker,
      body,
      ...by,
      createdAt: now,
      updatedAt: now,
    };
    await insertSpeech(db, row);
    await touchMeeting(db, meetingId);
    await record(house, db, actor, "add-speech", id, { meeting: meeting.code, item: item.position, ...seal(row) });
    return { id, version: 1, savedAt: now };
  });
  house.publish(meetingId, "room");
  return saved;
}

/** Changes a line. Throws not-found, wrong-state, or stale `StaleSpeech` when somebody else changed or removed it first. */
export async function editSpeech(house: House, actor: Actor, input: SpeechEdit): Promise<SavedSpeech> {
  const saved = await house.db.write(async (db) => {
    const { meeting, line } = await ownLine(db, actor, input);
    return change(house, db, actor, meeting, line, input);
  });
  house.publish(input.meetingId, "room");
  return saved;
}

/** Takes a line out of the record; it can be put back. Throws not-found, wrong-state, stale. */
export const removeSpeech = (house: House, actor: Actor, input: SpeechMark) => mark(house, actor, input, true);

/** Puts a removed line back. Throws not-found, wrong-state, stale. */
export const restoreSpeech = (house: House, actor: Actor, input: SpeechMark) => mark(house, actor, input, false);

async function mark(house: House, actor: Actor, input: SpeechMark, removed: boolean): Promise<SavedSpeech> {
  const saved = await house.db.write(async (db) => {
    const { meeting, line } = await ownLine(db, actor, input);
    const savedAt = house.clock();
    if ((line.removedAt !== null) === removed) return { id: line.id, version: line.version, savedAt };
    const removedAt = removed ? savedAt : null;
    await save(db, line, input.version, { removedAt, updatedAt: savedAt, updatedBy: actor.name });
    await touchMeeting(db, meeting.id);
    const act = removed ? "remove-speech" : "restore-speech";
    await record(house, db, actor, act, line.id, { meeting: meeting.code, ...seal(line) });
    return { id: line.id, version: line.version + 1, savedAt };
  });
  house.publish(input.meetingId, "room");
  return saved;
}

async function ownLine(db: Handle, actor: Actor, input: SpeechMark): Promise<{ meeting: Meeting; line: Speech }> {
  const meeting = await meetingInSession(db, actor, input.meetingId);
  const line = await speechById(db, input.speechId);
  if (line?.meetingId !== meeting.id) throw new DomainError("not-found");
  return { meeting, line };
}

type Words = { speaker: string; body: string; version: number };

async function change(house: House, db: Handle, actor: Actor, meeting: Meeting, line: Speech, words: Words) {
  const { speaker, body, version } = words;
  const savedAt = house.clock();
  const same = line.speaker === speaker && line.body === body;
  // The answer to an earlier save may have been lost on its way: what already stands as sent is no conflict.
  if (same && line.removedAt === null) return { id: line.id, version: line.version, savedAt };
  if (line.removedAt !== null) throw stale(line);
  await save(db, line, version, { speaker, body, updatedAt: savedAt, updatedBy: actor.name });
  await touchMeeting(db, meeting.id);
  if (!isStillTyping(line, actor, savedAt)) {
    await record(house, db, actor, "edit-speech", line.id, { meeting: meeting.code, ...seal({ speaker, body }) });
  }
  return { id: line.id, version: line.version + 1, savedAt };
}

async function save(db: Handle, line: Speech, version: number, values: Partial<Speech>): Promise<void> {
  if (!(await saveSpeech(db, line.id, values, version))) throw stale(line);
}

function stale({ id, speaker, body, version, updatedBy: by, removedAt }: Speech): DomainError {
  const details: StaleSpeech = { current: { id, speaker, body, version, by, removed: removedAt !== null } };
  return new DomainError("stale", details);
}

const TYPING_MINUTES = 15;

/** Somebody going on with their own new line, saved as they type, is one act: its first save is in the journal, and its last words are sealed at closing. */
function isStillTyping(line: Speech, actor: Actor, now: Date): boolean {
  const own = line.recordedBy === actor.name && line.updatedBy === actor.name;
  return own && now.getTime() - line.createdAt.getTime() < TYPING_MINUTES * 60_000;
}

/** The journal proves the words without repeating them. */
const seal = ({ speaker, body }: Pick<Speech, "speaker" | "body">) => ({
  speaker,
  words: digest(`${speaker}\n${body}`),
});
