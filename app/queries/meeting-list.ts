import { dayOf } from "#app/domain/calendar/day.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { everyBodyOf, issueCountsOf, type Meeting, meetingsOf } from "#db/stores/meeting.ts";
import { attendanceOf } from "#db/stores/roll.ts";

/** The community's meetings: those to come or in session first, the next on top; then those held or called off, latest first. */
export function meetingList(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const lines = await linesOf(db, actor.communityId, await meetingsOf(db, actor.communityId));
    const coming = lines.filter((line) => !isOver(line.state)).reverse();
    const inSession = coming.filter((line) => line.state === "open");
    return {
      coming: [...inSession, ...coming.filter((line) => line.state === "planned")],
      past: lines.filter((line) => isOver(line.state)),
      held: lines.filter((line) => line.state === "closed").length,
      today: dayOf(house.clock()),
    };
  });
}

/** What the list says of each meeting, in the meetings' order. */
async function linesOf(db: Handle, communityId: string, meetings: Meeting[]) {
  const ids = meetings.map((meeting) => meeting.id);
  const bodies = new Map((await everyBodyOf(db, communityId)).map((body) => [body.id, body.name]));
  const attendance = await attendanceOf(db, ids);
  const agendas = await issueCountsOf(db, ids);
  return meetings.map(({ id, bodyId, code, title, startsAt, place, state }) => ({
    ...{ id, code, title, startsAt, place, state },
    body: bodies.get(bodyId) ?? "",
    ...(agendas.get(id) ?? { issues: 0, decided: 0 }),
    ...(attendance.get(id) ?? { due: 0, present: 0 }),
  }));
}
