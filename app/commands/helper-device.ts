import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { helperKey } from "#app/domain/meeting/helper.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { assistText } from "#app/text/assist.ts";
import { helpersText } from "#app/text/helpers.ts";
import { overWords } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import {
  bindHelperDevice,
  helperDeviceById,
  insertHelperDevice,
  revokeHelperDevice as revokeRow,
} from "#db/stores/helper-device.ts";
import { type Meeting, meetingByCode } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";

export const helperInput = z.object({ helper: plainField(helpersText.helper, 30) });

/**
 * Makes a link for somebody who goes round the table with a tablet. The key is told once and kept nowhere. The first device that opens the
 * link gets a key of its own, and the link is worth nothing any more. Throws not-found, wrong-state when the meeting is over.
 */
export async function makeHelperLink(
  house: House,
  actor: Actor,
  { code, helper }: { code: string; helper: string },
): Promise<{ key: string }> {
  const key = house.newId();
  await house.db.write((db) => addDevice(house, db, actor, { code, helper, key }));
  return { key };
}

/** The same for the device that the member of staff sits at, opened at once: nobody signs in twice. */
export async function makeHelperDeviceHere(house: House, actor: Actor, code: string): Promise<{ key: string }> {
  const key = house.newId();
  await house.db.write(async (db) => {
    const meeting = await addDevice(house, db, actor, { code, helper: actor.name, key });
    await recordOpening(house, db, meeting, digest(key), actor.name);
  });
  return { key };
}

async function addDevice(
  house: House,
  db: Handle,
  actor: Actor,
  { code, helper, key }: { code: string; helper: string; key: string },
): Promise<Meeting> {
  const meeting = await ownMeetingByCode(db, actor, code);
  refuseWhenOver(meeting);
  await insertHelperDevice(db, { id: digest(key), meetingId: meeting.id, helper, createdAt: house.clock() });
  await record(house, db, actor, "make-helper-device", digest(key), { meeting: meeting.code, name: helper });
  return meeting;
}

/**
 * Opens a link on this device; the key that it gets opens nothing anywhere else. The same device may ask again, its answer may have been lost.
 * Throws unknown-meeting, wrong-state (meeting over), not-found (no such link), not-allowed (taken back, or opened on another device).
 */
export async function openHelperDevice(
  house: House,
  { code, link, device }: { code: string; link: string; device: string },
): Promise<{ key: string }> {
  const linkId = digest(link);
  const key = helperKey(house.sign, linkId, device);
  await house.db.write(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    refuseWhenOver(meeting);
    const opened = await helperDeviceById(db, digest(key));
    const row = opened ?? (await helperDeviceById(db, linkId));
    if (row?.meetingId !== meeting.id) throw new DomainError("not-found");
    if (row.revokedAt !== null) throw new DomainError("not-allowed");
    if (opened) return;
    await bindHelperDevice(db, linkId, digest(key));
    await recordOpening(house, db, meeting, digest(key), row.helper);
  });
  return { key };
}

function recordOpening(house: House, db: Handle, meeting: Meeting, id: string, helper: string): Promise<void> {
  const actor = { communityId: meeting.communityId, name: assistText.actor(helper) };
  return record(house, db, actor, "open-helper-device", id, { meeting: meeting.code, name: helper });
}

/** Takes a link or a device back: nothing more is cast with it. Twice is once. Throws not-found. */
export async function revokeHelperDevice(house: House, actor: Actor, { code, id }: { code: string; id: string }) {
  await house.db.write(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    const row = await helperDeviceById(db, id);
    if (row?.meetingId !== meeting.id) throw new DomainError("not-found");
    if (row.revokedAt !== null) return;
    await revokeRow(db, meeting.id, id, house.clock());
    await record(house, db, actor, "revoke-helper-device", id, { meeting: meeting.code, name: row.helper });
  });
}

function refuseWhenOver(meeting: Meeting): void {
  if (isOver(meeting.state))
    throw new DomainError("wrong-state", [{ field: "meeting", message: overWords(meeting.state) }]);
}
