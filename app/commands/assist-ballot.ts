import { DomainError } from "#app/domain/errors.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import type { House } from "#app/house.ts";
import { assistText as text } from "#app/text/assist.ts";
import type { Handle } from "#db/connect.ts";
import { helperDeviceById } from "#db/stores/helper-device.ts";
import { hasClaim, pollById } from "#db/stores/poll.ts";
import { attendeeOf } from "#db/stores/roll.ts";
import { record } from "./record.ts";
import { mayVoteThere } from "./represent.ts";
import { type CastStatus, takeBallot } from "./take-ballot.ts";

type Assisted = { pollId: string; personId: string; choice: unknown };

/**
 * Takes one ballot that a helper casts for somebody at the table. Whoever's credential is spent stays untouched: unlike a phone, no helper
 * changes a named ballot. Journalled with the person's and the helper's names, never the choice: ballots lie by random keys and
 * without time, so that the order of these entries joins with none of them. Throws not-allowed when the device was taken back meanwhile.
 */
export async function assistBallot(house: House, helper: Helper, asked: Assisted): Promise<{ status: CastStatus }> {
  try {
    const status = await house.db.write((db) => take(house, db, helper, asked));
    if (status === "recorded") house.publish(helper.meetingId, "turnout");
    return { status };
  } catch (error) {
    if (error instanceof DomainError && error.word === "busy") return { status: "busy" };
    throw error;
  }
}

async function take(house: House, db: Handle, helper: Helper, { pollId, personId, choice }: Assisted) {
  await requireInForce(db, helper);
  const { meetingId } = helper;
  const line = await attendeeOf(db, meetingId, personId);
  if (!line) return "not-entitled" as const;
  if (await hasClaim(db, pollId, personId)) return "already-recorded" as const;
  const status = await takeBallot(house, db, { meetingId, personId, pollId, choice }, async () => {
    const poll = line.via === "proxy" ? await pollById(db, pollId) : undefined;
    return poll === undefined || mayVoteThere(db, poll, line);
  });
  if (status === "recorded") await journal(house, db, helper, "assist-ballot", { name: line.name, poll: pollId });
  return status;
}

/** In the same transaction as the deed: a device taken back a moment ago casts nothing. */
export async function requireInForce(db: Handle, { deviceId, meetingId }: Helper): Promise<void> {
  const device = await helperDeviceById(db, deviceId);
  if (device?.meetingId !== meetingId || device.revokedAt !== null) throw new DomainError("not-allowed");
}

/** What a helper did, told of the device. */
export function journal(house: House, db: Handle, helper: Helper, act: string, data: Record<string, unknown>) {
  const actor = { communityId: helper.communityId, name: text.actor(helper.name) };
  return record(house, db, actor, act, helper.deviceId, { ...data, helper: helper.name });
}
