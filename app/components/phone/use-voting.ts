import { type Dispatch, useEffect, useReducer } from "react";
import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { keepSending } from "./keep-sending.ts";
import { beginVoting, nextVoting, shownVoting, type Voting, type VotingEvent } from "./voting.ts";

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
    return keepSending(
      link,
      (open) => open.cast(pollId, choice),
      (answer) => dispatch({ type: "answered", ...answer }),
    );
  }, [choice, pollId, link]);
  return [shownVoting(voting, poll), dispatch];
}
