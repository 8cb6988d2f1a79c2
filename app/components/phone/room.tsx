import type { ReactNode } from "react";
import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { Connection } from "#app/components/shared/live-state.ts";
import { phoneSceneOf, toldOnPhones } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot, SnapshotPoll, SnapshotProxy, SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import { phoneText } from "#app/text/phone.ts";
import { BallotPaper } from "./ballot-paper.tsx";
import { CountedStep, VoidedCard } from "./counted.tsx";
import { FallbackRefresh } from "./fallback-refresh.tsx";
import { addressFor, confirmWords, Others, recordedWords, refusedWords, useWhose, WhoseVote } from "./for-others.tsx";
import styles from "./phone.module.css";
import { ResultCard } from "./result.tsx";
import { StrawStep } from "./straw.tsx";
import { useVoting } from "./use-voting.ts";
import { ConfirmStep, RecordedStep, RefusedStep, SendingStep } from "./voting-steps.tsx";
import { Waiting } from "./waiting.tsx";

export type RoomProps = {
  snapshot: MeetingSnapshot;
  votingRight: boolean;
  connection: Connection;
  /** Addresses of the phone's pages, from the route. */
  paths: { room: string; ballot: string; straw: string };
  /** Id of the named poll whose ballot the person asked to change, without JavaScript. */
  changing?: string | null;
  /** Id of the person for whom they asked to vote, without JavaScript. */
  votingFor?: string | null;
  serverNow(): number;
  link(): LiveLink | null;
};

/** What a person who is checked in sees: the one thing that matters now. */
export function Room(props: RoomProps) {
  const { snapshot, votingRight, connection, paths } = props;
  const scene = phoneSceneOf(snapshot);
  const poll = scene.name === "voting" || scene.name === "result" || scene.name === "voided" ? scene.poll : null;
  return (
    <>
      <ConnectionBand connection={connection} room={paths.room} />
      {scene.name === "straw" ? <Straw {...props} straw={scene.straw} /> : null}
      {scene.name === "straw" ? null : poll && votingRight ? (
        <Ballots key={poll.id} {...props} poll={poll} />
      ) : (
        <Looking {...props} poll={poll} />
      )}
    </>
  );
}

/** While something can still be tapped for the first time the page stays as it is under the finger. */
function Straw({ straw, votingRight, connection, paths, link }: RoomProps & { straw: SnapshotStraw }) {
  const untouched = straw.state === "open" && straw.mine === null && (votingRight || straw.guests);
  return (
    <>
      <StrawStep key={straw.id} straw={straw} votingRight={votingRight} action={paths.straw} link={link} />
      {untouched ? null : <Fallback connection={connection} room={paths.room} />}
    </>
  );
}

/** Nothing to do but look: the announced result, or what the room is at. */
function Looking({
  snapshot,
  poll,
  votingRight,
  connection,
  paths,
  serverNow,
}: RoomProps & { poll: SnapshotPoll | null }) {
  const told = poll?.state === "closed" ? toldOnPhones(poll) : 0;
  return (
    <>
      {poll?.result && told > 0 ? (
        <ResultCard poll={poll} result={poll.result} verdict={told === 2} />
      ) : poll?.state === "voided" ? (
        <VoidedCard poll={poll} />
      ) : (
        <Waiting snapshot={snapshot} poll={poll} votingRight={votingRight} serverNow={serverNow} />
      )}
      <Fallback connection={connection} room={paths.room} />
    </>
  );
}

/** One's own ballot, then one at a time those of people who authorised this voter. */
function Ballots({ poll, ...props }: RoomProps & { poll: SnapshotPoll }) {
  const { link, votingFor, paths } = props;
  const { principal, shown, proxies, carrier, setWhose } = useWhose(poll, link, votingFor ?? null);
  const others = <Others poll={poll} proxies={proxies} room={paths.room} onVote={setWhose} />;
  const whose = { principal, carrier, others, onOwn: () => setWhose("") };
  return <PollSteps key={principal?.personId ?? "own"} {...props} {...whose} poll={shown} />;
}

type StepsProps = RoomProps & {
  poll: SnapshotPoll;
  principal: SnapshotProxy | undefined;
  carrier(): Pick<LiveLink, "cast" | "pause"> | null;
  others: ReactNode;
  onOwn(): void;
};

function PollSteps({ poll, principal, carrier, others, onOwn, ...props }: StepsProps) {
  const { snapshot, connection, paths, serverNow } = props;
  const changing = props.changing === poll.id && (props.votingFor ?? undefined) === principal?.personId;
  const [voting, dispatch] = useVoting(poll, carrier, changing);
  const back = () => dispatch({ type: "back" });
  const choose = (choice: Choice) => dispatch({ type: "choose", choice });
  const forId = principal?.personId;
  const here = forId === undefined ? paths.room : addressFor(paths.room, forId);
  if (poll.state === "open" && (poll.onPaper || !takesPhones(poll))) {
    return (
      <>
        <CountedStep poll={poll} />
        {others}
        <Fallback connection={connection} room={paths.room} />
      </>
    );
  }
  if (voting.step === "sending") return <SendingStep offline={connection === "lost"} />;
  if (voting.step === "refused") {
    const sentence = principal && refusedWords(principal.name, voting.word);
    const leave = sentence ? onOwn : back;
    return <RefusedStep word={voting.word} sentence={sentence} back={sentence ? paths.room : here} onBack={leave} />;
  }
  if (poll.state !== "open") return <Looking {...props} poll={poll} />;
  const banner = principal ? <WhoseVote name={principal.name} /> : null;
  switch (voting.step) {
    case "choosing": {
      const clock = { now: snapshot.now, serverNow };
      const ways = { action: paths.ballot, forId, draft: voting.draft, onChoose: choose };
      return (
        <>
          {banner}
          <BallotPaper poll={poll} {...clock} {...ways} />
        </>
      );
    }
    case "confirming": {
      const confirm = () => dispatch({ type: "confirm" });
      const ways = { action: paths.ballot, forId, back: here, onBack: back, onConfirm: confirm };
      const words = principal && confirmWords(principal.name, poll.mode);
      return (
        <>
          {banner}
          <ConfirmStep poll={poll} choice={voting.choice} words={words} {...ways} />
        </>
      );
    }
    case "recorded": {
      const href = `${here}${principal ? "&" : "?"}change=${poll.id}`;
      const change = poll.mode === "named" ? { href, onChange: () => dispatch({ type: "change" }) } : undefined;
      const whose = principal && recordedWords(principal.name);
      return (
        <>
          <RecordedStep earlier={voting.earlier} whose={whose} change={change} />
          {others}
          <Fallback connection={connection} room={paths.room} />
        </>
      );
    }
  }
}

function ConnectionBand({ connection, room }: { connection: Connection; room: string }) {
  if (connection === "online" || connection === "joining") return null;
  return (
    <p className={styles.band} role="status" data-connection={connection}>
      {phoneText.connection[connection]}
      {connection === "refused" ? <a href={room}>{phoneText.connection.again}</a> : null}
    </p>
  );
}

/**
 * For phones whose live line does not work: there before it does, gone once it does. Only on pages where nothing is being entered:
 * reloading would throw a choice away, or the place in a long question.
 */
function Fallback({ connection, room }: { connection: Connection; room: string }) {
  if (connection === "online") return null;
  return (
    <>
      <FallbackRefresh />
      <a className={styles.refresh} href={room}>
        {phoneText.waiting.refresh}
      </a>
    </>
  );
}
