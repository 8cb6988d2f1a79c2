import { stepMeeting } from "#app/domain/meeting/machine.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { rollById } from "#db/stores/further-roll.ts";
import { agendaOf, bodyById, type Meeting, saveMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { countAttendance } from "#db/stores/roll.ts";
import { rollSeal } from "#db/stores/roll-seal.ts";
import { callItem } from "./call-item.ts";
import { record } from "./record.ts";
import { settleMeeting } from "./represent.ts";

/**
 * Opens a planned meeting: its roll no longer follows the community's, nor its rule the body's, and its first item (上周议定事项落实情况) is before the room.
 * Throws not-found, wrong-state.
 */
export async function openMeeting(house: House, actor: Actor, { meetingId }: { meetingId: string }): Promise<void> {
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    const state = stepMeeting(meeting.state, { type: "open" });
    const agenda = await agendaOf(db, meetingId);
    const first = agenda.find((item) => item.kind === "report-back") ?? agenda[0];
    const bodyThen = await bodyAsItIs(db, meeting.bodyId);
    await saveMeeting(db, meetingId, { state, bodyThen, openedAt: house.clock(), currentItemId: first?.id ?? null });
    if (first) await callItem(house, db, actor, first);
    // The body's rule is fixed now: it says whether anybody may be represented.
    await settleMeeting(house, db, meetingId);
    const data = { meeting: meeting.code, items: agenda.length, ...(await sealRoll(db, meetingId)) };
    await record(house, db, actor, "open-meeting", meetingId, data);
  });
  house.publish(meetingId, "everyone");
}

async function bodyAsItIs(db: Handle, id: string): Promise<Meeting["bodyThen"]> {
  const body = await bodyById(db, id);
  if (!body) return null;
  const roll = body.rollId === null ? undefined : await rollById(db, body.rollId);
  const { name, methodId, ruleId, overlays } = body;
  return {
    ...{ name, methodId, ruleId },
    ...(overlays.length > 0 && { overlays }),
    ...(roll && { roll: { id: roll.id, name: roll.name, kind: roll.kind } }),
  };
}

/** 应到, and the roll's seal: proves later that the roll stayed as it was. */
async function sealRoll(db: Handle, meetingId: string): Promise<{ due: number; roll: string }> {
  const { due } = await countAttendance(db, meetingId);
  return { due, roll: await rollSeal(db, meetingId) };
}
