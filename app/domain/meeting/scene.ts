import type { MeetingSnapshot, Reveal, SnapshotAgendaItem, SnapshotPoll, SnapshotStraw } from "./snapshot.ts";
import { isOver } from "./states.ts";

/** What the room is looking at: one scene for the screen, the phones and the presenter's keys alike. */
export type Scene =
  | { readonly name: "lobby" }
  | { readonly name: "item"; readonly item: SnapshotAgendaItem }
  | { readonly name: "voting"; readonly poll: SnapshotPoll }
  | { readonly name: "result"; readonly poll: SnapshotPoll }
  | { readonly name: "voided"; readonly poll: SnapshotPoll }
  | { readonly name: "straw"; readonly straw: SnapshotStraw }
  | { readonly name: "closed" }
  | { readonly name: "cancelled"; readonly reason: string };

/** The scene of a snapshot. A closed poll stays until the meeting turns to another item or ends, a closed mood check until it is put away. */
export function sceneOf({ meeting, poll, straw, agendaItem }: MeetingSnapshot): Scene {
  if (meeting.state === "planned") return { name: "lobby" };
  if (meeting.state === "closed") return { name: "closed" };
  if (meeting.state === "cancelled") return { name: "cancelled", reason: meeting.cancelReason ?? "" };
  if (poll?.state === "open") return { name: "voting", poll };
  if (straw) return { name: "straw", straw };
  const movedOn = poll?.leftBehind || (poll?.agendaItemId && poll.agendaItemId !== agendaItem?.id);
  if (poll && !movedOn) return { name: poll.state === "voided" ? "voided" : "result", poll };
  return agendaItem ? { name: "item", item: agendaItem } : { name: "lobby" };
}

/** What phones tell of a closed poll. */
export const toldOnPhones = ({ reveal, phoneReveal }: Pick<SnapshotPoll, "reveal" | "phoneReveal">): Reveal =>
  phoneReveal ?? reveal;

/** The scene on phones: the room's, except that a result which staff put on the phones stays there when the room turns to another item. */
export function phoneSceneOf(snapshot: MeetingSnapshot): Scene {
  const scene = sceneOf(snapshot);
  const { meeting, poll } = snapshot;
  const kept = meeting.state === "open" && poll?.state === "closed" && (poll.phoneReveal ?? 0) > 0;
  return kept && scene.name !== "straw" ? { name: "result", poll } : scene;
}

export type PresenterKey = "next" | "back";
export type PresenterStep =
  | { readonly act: "reveal"; readonly pollId: string; readonly reveal: 0 | 1 | 2 }
  | { readonly act: "item"; readonly agendaItemId: string; readonly from: string }
  | { readonly act: "put-away"; readonly strawId: string }
  | { readonly act: "none"; readonly why: "not-open" | "poll-open" | "straw-open" | "first" | "last" | "over" };

/** What the presenter's → or ← does now: a closed poll is revealed in two presses, then the meeting goes on to the next item; a closed mood check is put away. */
export function presenterStep(snapshot: MeetingSnapshot, key: PresenterKey): PresenterStep {
  const scene = sceneOf(snapshot);
  if (snapshot.meeting.state === "planned") return { act: "none", why: "not-open" };
  if (isOver(snapshot.meeting.state)) return { act: "none", why: "over" };
  if (scene.name === "voting") return { act: "none", why: "poll-open" };
  if (scene.name === "straw") {
    const { id, state } = scene.straw;
    return state === "open" ? { act: "none", why: "straw-open" } : { act: "put-away", strawId: id };
  }
  if (scene.name === "result") {
    const { id, reveal } = scene.poll;
    if (key === "next" && reveal < 2) return { act: "reveal", pollId: id, reveal: reveal === 0 ? 1 : 2 };
    if (key === "back" && reveal > 0) return { act: "reveal", pollId: id, reveal: reveal === 2 ? 1 : 0 };
  }
  return neighbour(snapshot, key);
}

function neighbour({ agenda, agendaItem }: MeetingSnapshot, key: PresenterKey): PresenterStep {
  const here = agenda.findIndex((line) => line.id === agendaItem?.id);
  const there = key === "next" ? agenda[here + 1] : here > 0 ? agenda[here - 1] : undefined;
  if (!there) return { act: "none", why: key === "next" ? "last" : "first" };
  return { act: "item", agendaItemId: there.id, from: agendaItem?.id ?? "" };
}

/** Names the picture that somebody sees, so that a key pressed on an outdated picture can be told from one meant for this. */
export function pictureOf(snapshot: MeetingSnapshot): string {
  const scene = sceneOf(snapshot);
  if (scene.name === "result") return `result|${scene.poll.id}|${scene.poll.reveal}`;
  if (scene.name === "straw") return `straw|${scene.straw.id}|${scene.straw.state}`;
  if (scene.name === "voting" || scene.name === "voided") return `${scene.name}|${scene.poll.id}`;
  return `${scene.name}|${snapshot.agendaItem?.id ?? ""}`;
}
