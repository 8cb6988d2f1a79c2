import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { putStrawAway } from "#app/commands/close-straw.ts";
import { revealPoll, setScreenMode } from "#app/commands/steer-poll.ts";
import { pictureOf, presenterStep } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { Actor, House } from "#app/house.ts";

export type Pressed = { key: "next" | "back" | "black" | "qr"; seen: string };
/** Why nothing happened, or null when it did (or the picture had already moved on). */
export type Unmoved = "not-open" | "poll-open" | "straw-open" | "first" | "last" | "over" | null;

/** Does what a presenter's key means for the picture that the presenter saw. Throws what the commands throw. */
export async function present(
  house: House,
  actor: Actor,
  meetingId: string,
  snapshot: MeetingSnapshot,
  { key, seen }: Pressed,
): Promise<Unmoved> {
  const mode = snapshot.meeting.screenMode;
  if (key === "black" || key === "qr") {
    await setScreenMode(house, actor, meetingId, mode === key ? "meeting" : key);
    return null;
  }
  // Out of black or the large code, the first press only brings the meeting back.
  if (mode !== "meeting") {
    await setScreenMode(house, actor, meetingId, "meeting");
    return null;
  }
  // Pressed on a picture that has changed meanwhile: a second press on the new one will do what it says.
  if (seen !== pictureOf(snapshot)) return null;
  const step = presenterStep(snapshot, key);
  if (step.act === "none") return step.why;
  if (step.act === "put-away") await putStrawAway(house, actor, step.strawId);
  else if (step.act === "reveal") await revealPoll(house, actor, step.pollId, step.reveal);
  else await chooseAgendaItem(house, actor, { meetingId, agendaItemId: step.agendaItemId, from: step.from });
  return null;
}
