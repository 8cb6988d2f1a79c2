import { type Dispatch, useEffect, useReducer } from "react";
import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { beginVoting, castUntilAnswered, nextVoting, shownVoting, type Voting, type VotingEvent } from "./voting.ts";

/** Votes in one poll over the live link. While it is 提交中 it keeps trying until the server answers. Give the component the poll's id as key. */
export function useVoting(
  poll: SnapshotPoll,
  link: () => Pick<LiveLink, "cast" | "pause"> | null,
  changing: boolean,
): [Voting, Dispatch<VotingEvent>] {
  const [voting, dispatch] = useReducer(nextVoting, { ...beginVoting, changing });
  const choice = voting.step === "sending" ? voting.choice : null;
  const pollId = poll.id;
  useEffect(() => {
    if (choice === null) return;
    let mounted = true;
    const send = async () => {
      const open = link();
      if (!open) throw new Error("no link yet");
      return open.cast(pollId, choice);
    };
    const pause = (ms: number) => link()?.pause(ms) ?? new Promise<void>((resolve) => setTimeout(resolve, ms));
    castUntilAnswered(send, pause, () => mounted, Math.random).then((answer) => {
      if (answer) dispatch({ type: "answered", ...answer });
    });
    return () => {
      mounted = false;
    };
  }, [choice, pollId, link]);
  return [shownVoting(voting, poll), dispatch];
}
