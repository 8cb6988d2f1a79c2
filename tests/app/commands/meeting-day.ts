import { planMeeting } from "#app/commands/plan-meeting.ts";
import { addSpeech } from "#app/commands/record-speech.ts";
import { applyStep } from "#app/commands/take-step.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { issueById } from "#db/stores/issue.ts";
import { agendaOf, saveAgendaItem, saveMeeting } from "#db/stores/meeting.ts";
import { saveAttendee } from "#db/stores/roll.ts";
import type { TestHouse } from "#tests/house.ts";
import type { CastMember, SeededCommunity } from "#tests/people.ts";

type Day = {
  issues: string[];
  day?: string;
  present?: CastMember[];
  /** `planned` leaves it there; `open` in session; default: closed again. */
  until?: "planned" | "open" | "closed";
};

const EVERYBODY: CastMember[] = ["secretary", "manager", "household", "chen", "liu", "wang", "li"];

/**
 * A Wednesday meeting as the rest of the house would hold it: planned, opened at 14:30, each issue heard with one line of record and moved
 * to the reply, closed at 16:00. The clock is left at its end.
 */
export async function holdMeeting(house: TestHouse, lake: SeededCommunity, options: Day) {
  const { issues, day = "2026-11-25", present = EVERYBODY, until = "closed" } = options;
  const startsAt = atTime(day, "14:30");
  const { id, code } = await planMeeting(house, lake.actor, { body: lake.bodyId, startsAt, issues });
  const items = () => house.db.read((db) => agendaOf(db, id));
  if (until === "planned") return { id, code, items };
  house.at(startsAt);
  await house.db.write(async (db) => {
    await saveMeeting(db, id, { state: "open", openedAt: startsAt });
    for (const who of present) await saveAttendee(db, id, lake.people[who].id, { presentAt: startsAt, via: "desk" });
  });
  for (const item of await items()) {
    if (!item.issueId) continue;
    await house.db.write((db) => saveAgendaItem(db, item.id, { state: "current" }));
    await addSpeech(house, lake.actor, {
      meetingId: id,
      agendaItemId: item.id,
      speaker: "陈建平",
      body: "晚上看不清路。",
    });
    await hear(house, lake, item.issueId);
    await house.db.write((db) => saveAgendaItem(db, item.id, { state: "done" }));
  }
  if (until === "open") return { id, code, items };
  const closedAt = atTime(day, "16:00");
  house.at(closedAt);
  await house.db.write((db) => saveMeeting(db, id, { state: "closed", closedAt }));
  return { id, code, items };
}

/** Moves an issue to the reply, whichever stage before it stands in. */
async function hear(house: TestHouse, lake: SeededCommunity, issueId: string): Promise<void> {
  await house.db.write(async (db) => {
    let issue = await issueById(db, issueId);
    while (issue && (issue.stage === "collect" || issue.stage === "voice")) {
      issue = await applyStep(house, db, lake.actor, issue, { type: "advance" });
    }
  });
}
