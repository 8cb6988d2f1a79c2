import type { PollState } from "./machine.ts";

/** What a poll's times are. Moments in UTC. */
export interface TimedPoll {
  readonly id: string;
  readonly state: PollState;
  /** Of a draft: when it opens by itself. */
  readonly opensAt: Date | null;
  readonly endsAt: Date | null;
  /** At its end it is counted by itself. */
  readonly closesItself: boolean;
}

export interface DueAct {
  readonly act: "open" | "close";
  readonly pollId: string;
  /** Since when it is due. */
  readonly at: Date;
}

/**
 * From the end of voting until a poll closes by itself, in ms. No ballot is taken any more, but the poll may still be extended: a chair
 * who sees the last seconds run out while people are still reading must have time to reach the button. Longer would keep the room waiting.
 */
export const CLOSING_GRACE_MS = 10_000;

/** The clock may have been set meanwhile, so nobody waits longer than this without looking at it again. Also far below the longest `setTimeout`. */
const LONGEST_WAIT_MS = 60_000;

/** The one thing that a poll does by itself in its present state; null where it does nothing. */
function actOf({ id, state, opensAt, endsAt, closesItself }: TimedPoll): DueAct | null {
  if (state === "draft" && opensAt) return { act: "open", pollId: id, at: opensAt };
  if (state === "open" && closesItself && endsAt) {
    return { act: "close", pollId: id, at: new Date(endsAt.getTime() + CLOSING_GRACE_MS) };
  }
  return null;
}

const isDue = (act: DueAct, now: Date) => act.at.getTime() <= now.getTime();

/** Whether the poll is to be opened, or closed, by itself now. Asked once more in the transaction that does it: it may have been put off meanwhile. */
export function isDueTo(act: DueAct["act"], poll: TimedPoll, now: Date): boolean {
  const its = actOf(poll);
  return its?.act === act && isDue(its, now);
}

/** What is due now: endings first, because a poll may be waiting for the one before it; then by the moment, then by id. */
export function dueActs(polls: readonly TimedPoll[], now: Date): DueAct[] {
  return polls
    .flatMap((poll) => actOf(poll) ?? [])
    .filter((act) => isDue(act, now))
    .sort((a, b) => a.act.localeCompare(b.act) || a.at.getTime() - b.at.getTime() || (a.pollId < b.pollId ? -1 : 1));
}

/** How long to sleep, in ms: until the next act falls due by this clock, but never past the next look at the clock. */
export function sleepFor(polls: readonly TimedPoll[], now: Date): number {
  const ahead = polls
    .flatMap((poll) => actOf(poll) ?? [])
    .filter((act) => !isDue(act, now))
    .map((act) => act.at.getTime() - now.getTime());
  return Math.min(LONGEST_WAIT_MS, ...ahead);
}

/** When a poll that opens at `openedAt` ends: its length from then on, whenever that is; else the moment that was set; null: when it is closed. */
export function endOf(
  { minutes, endsAt }: { minutes: number | null; endsAt: Date | null },
  openedAt: Date,
): Date | null {
  return minutes === null ? endsAt : new Date(openedAt.getTime() + minutes * 60_000);
}

/** Why a draft whose time has come does not open. */
export type Obstacle =
  | { readonly why: "meeting-not-open" }
  | { readonly why: "another-open"; readonly question: string }
  | { readonly why: "quorum"; readonly missing: number }
  | { readonly why: "end-passed" };

interface Room {
  readonly inSession: boolean;
  /** The question of the poll that is open. */
  readonly running: string | null;
  /** People who must still come for the rule of the draft. */
  readonly missing: number;
}

/** What keeps a draft from being opened now, the first that somebody must deal with; null: nothing. */
export function obstacleTo(
  draft: { readonly minutes: number | null; readonly endsAt: Date | null },
  { inSession, running, missing }: Room,
  now: Date,
): Obstacle | null {
  const end = endOf(draft, now);
  if (end && end.getTime() <= now.getTime()) return { why: "end-passed" };
  if (!inSession) return { why: "meeting-not-open" };
  if (running !== null) return { why: "another-open", question: running };
  return missing > 0 ? { why: "quorum", missing } : null;
}

/** The draft that opens next by itself, for whoever waits; null: none. */
export function nextToOpen<Draft extends TimedPoll>(polls: readonly Draft[]): (Draft & { opensAt: Date }) | null {
  const drafts = polls.flatMap((poll) =>
    poll.state === "draft" && poll.opensAt ? [{ ...poll, opensAt: poll.opensAt }] : [],
  );
  return drafts.sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime() || (a.id < b.id ? -1 : 1))[0] ?? null;
}
