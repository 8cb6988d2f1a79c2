import { digest } from "#app/domain/digest.ts";
import type { Actor, House } from "#app/house.ts";
import { type Staff, staffOfApiToken, staffOfSession } from "#db/stores/staff.ts";

const asActor = (staff: Staff | undefined): Actor | null =>
  staff
    ? { kind: "staff", staffId: staff.id, communityId: staff.communityId, name: staff.name, role: staff.role }
    : null;

/** Staff sign in to the real house alone; a rehearsal asks there, so that signing out or being locked out counts in it at once. */
const homeOf = (house: House): House => house.trialRun?.real ?? house;

/** Who a browser session's cookie value belongs to; null when expired, revoked or unknown. */
export function findStaffBySession(house: House, value: string): Promise<Actor | null> {
  return homeOf(house).db.read(async (db) => asActor(await staffOfSession(db, digest(value), house.clock())));
}

/** Who an API token belongs to; null when revoked or unknown. */
export function findStaffByApiToken(house: House, token: string): Promise<Actor | null> {
  return homeOf(house).db.read(async (db) => asActor(await staffOfApiToken(db, digest(token))));
}
