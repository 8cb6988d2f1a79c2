import { dayOf } from "#app/domain/calendar/day.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { agendaOf, bodiesOf, type Meeting, meetingsOf } from "#db/stores/meeting.ts";
import { countAttendance } from "#db/stores/roll.ts";

/** The community's meetings: those to come or in session first, the next on top; then those held, latest first. */
export function meetingList(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const meetings = await meetingsOf(db, actor.communityId);
    const bodies = new Map((await bodiesOf(db, actor.communityId)).map((body) => [body.id, body.name]));
    const lines = await inTurn(meetings, (meeting) => lineOf(db, meeting, bodies.get(meeting.bodyId) ?? ""));
    const coming = lines.filter((line) => line.state !== "closed").reverse();
    const inSession = coming.filter((line) => line.state === "open");
    return {
      coming: [...inSession, ...coming.filter((line) => line.state === "planned")],
      held: lines.filter((line) => line.state === "closed"),
      today: dayOf(house.clock()),
    };
  });
}

async function lineOf(db: Handle, meeting: Meeting, body: string) {
  const { id, code, title, startsAt, place, state } = meeting;
  const issues = (await agendaOf(db, id)).filter((item) => item.kind === "issue");
  const { due, present } = await countAttendance(db, id);
  const decided = issues.filter((item) => item.outcome !== null).length;
  return { id, code, title, startsAt, place, state, body, issues: issues.length, decided, due, present };
}

/** A read connection does one thing at a time. */
async function inTurn<A, B>(all: A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
