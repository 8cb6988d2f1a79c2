import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type Helper, helperKey } from "#app/domain/meeting/helper.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { type HelperDevice, helperDeviceById, helperDevicesOf } from "#db/stores/helper-device.ts";
import { meetingByCode, meetingById } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";

/** What the desk shows of a meeting's devices, latest first. Throws not-found, for another community's meeting too. */
export function helperDevicesPage(house: House, actor: Actor, code: string) {
  return house.db.read(async (db) => {
    const { id, title, state, startsAt, demonstration } = await ownMeetingByCode(db, actor, code);
    const devices = [];
    for (const row of await helperDevicesOf(db, id)) devices.push(await lineOf(db, row));
    return { meeting: { code, title, state, startsAt, demonstration }, devices: devices.reverse() };
  });
}

/** How often it cast and when it was last used, as the journal tells. */
async function lineOf(db: Handle, { id, helper, createdAt, revokedAt }: HelperDevice) {
  const entries = await journalOf(db, id);
  const used = entries.filter(({ act }) => act === "assist-ballot" || act === "mark-present");
  const opened = entries.find(({ act }) => act === "open-helper-device");
  return {
    id,
    helper,
    createdAt,
    revokedAt,
    openedAt: opened ? new Date(opened.at) : null,
    ballots: entries.filter(({ act }) => act === "assist-ballot").length,
    lastUsedAt: used.length > 0 ? new Date(used.at(-1)?.at ?? 0) : null,
  };
}

/** Whose device has this key, and whether it was taken back; null when no device of any meeting has it. */
export function findHelperByKey(house: House, key: string): Promise<(Helper & { revoked: boolean }) | null> {
  return house.db.read(async (db) => {
    const row = await helperDeviceById(db, digest(key));
    const meeting = row && (await meetingById(db, row.meetingId));
    if (!row || !meeting) return null;
    return {
      kind: "helper",
      deviceId: row.id,
      meetingId: meeting.id,
      communityId: meeting.communityId,
      name: row.helper,
      revoked: row.revokedAt !== null,
    };
  });
}

/**
 * Whose link this is, before anything is done with it; null when it opens nothing on this device (any more). Throws unknown-meeting.
 */
export function linkHolder(
  house: House,
  code: string,
  { link, device }: { link: string; device: string },
): Promise<string | null> {
  return house.db.read(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    const opened = await helperDeviceById(db, digest(helperKey(house.sign, digest(link), device)));
    const row = opened ?? (await helperDeviceById(db, digest(link)));
    return row?.meetingId === meeting.id && row.revokedAt === null ? row.helper : null;
  });
}
