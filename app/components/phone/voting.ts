import type { CastStatus } from "#app/components/shared/live-link.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import type { Choice } from "#app/domain/poll/form.ts";

export type RefusedWord = Exclude<CastStatus, "recorded" | "already-recorded">;

/** Where this phone stands with one poll: 未提交 (choosing, confirming) · 提交中 (sending) · 已记录. The choice lives here alone and is gone once recorded. */
export type Voting =
  /** `draft`: what was chosen before going back from the confirmation. */
  | { step: "choosing"; changing: boolean; draft?: Choice }
  | { step: "confirming"; choice: Choice }
  | { step: "sending"; choice: Choice }
  | { step: "recorded"; earlier: boolean }
  | { step: "refused"; word: RefusedWord };

export type VotingEvent =
  | { type: "choose"; choice: Choice }
  | { type: "back" }
  | { type: "confirm" }
  /** `repeated`: it was sent more than once, so “already recorded” is most likely our own ballot. */
  | { type: "answered"; status: CastStatus; repeated: boolean }
  | { type: "change" };

export const beginVoting = { step: "choosing", changing: false } as const satisfies Voting;

export function nextVoting(voting: Voting, event: VotingEvent): Voting {
  switch (event.type) {
    case "choose":
      return voting.step === "choosing" ? { step: "confirming", choice: event.choice } : voting;
    case "confirm":
      return voting.step === "confirming" ? { step: "sending", choice: voting.choice } : voting;
    case "change":
      return voting.step === "sending" ? voting : { step: "choosing", changing: true };
    case "back":
      // One tap is soon made again, and forgotten meanwhile; ten answers are not.
      if (voting.step === "confirming" && typeof voting.choice !== "string")
        return { ...beginVoting, draft: voting.choice };
      return voting.step === "confirming" || voting.step === "refused" ? beginVoting : voting;
    case "answered":
      return voting.step === "sending" ? afterAnswer(event.status, event.repeated) : voting;
  }
}

function afterAnswer(status: CastStatus, repeated: boolean): Voting {
  if (status === "recorded") return { step: "recorded", earlier: false };
  if (status === "already-recorded") return { step: "recorded", earlier: !repeated };
  return { step: "refused", word: status };
}

/**
 * What to show, given what the server says about this voter's ballot. The server's word wins: another window may have voted,
 * or the answer to our own ballot was lost. In a named poll only somebody who is changing their choice goes on.
 */
export function shownVoting(voting: Voting, { mine, mode }: Pick<SnapshotPoll, "mine" | "mode">): Voting {
  if (mine !== "recorded") return voting;
  const recorded: Voting = { step: "recorded", earlier: false };
  switch (voting.step) {
    case "recorded":
      return voting;
    case "refused":
      return voting.word === "poll-closed" ? recorded : voting;
    case "choosing":
      return mode === "named" && voting.changing ? voting : recorded;
    case "confirming":
    case "sending":
      return mode === "named" ? voting : recorded;
  }
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8000;

/** Waits before the attempt after `failures` failed ones: doubling, at most 8 s, spread by `random` (0–1) so that a room does not return in one wave. */
export function backOff(failures: number, random: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1)) * (0.75 + random / 2);
}

/** Sends until the server answers; no answer, a cut line and `busy` are tried again. Null when `goesOn` says nobody waits for it any more. */
export async function castUntilAnswered<Status extends string>(
  send: () => Promise<Status>,
  pause: (ms: number) => Promise<void>,
  goesOn: () => boolean,
  random: () => number,
): Promise<{ status: Status; repeated: boolean } | null> {
  for (let failures = 0; goesOn(); ) {
    const status = await send().catch(() => null);
    if (!goesOn()) return null;
    if (status !== null && status !== "busy") return { status, repeated: failures > 0 };
    failures += 1;
    await pause(backOff(failures, random()));
  }
  return null;
}
