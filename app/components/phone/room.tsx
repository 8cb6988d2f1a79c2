import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { Connection } from "#app/components/shared/live-state.ts";
import { phoneSceneOf, toldOnPhones } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot, SnapshotPoll, SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import { phoneText } from "#app/text/phone.ts";
import { BallotPaper } from "./ballot-paper.tsx";
import { CountedStep, VoidedCard } from "./counted.tsx";
import { FallbackRefresh } from "./fallback-refresh.tsx";
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
        <PollSteps key={poll.id} {...props} poll={poll} />
      ) : (
        <Looking {...props} poll={poll} />
      )}
    </>
  );
}

/** While something can still be tapped for the first time the page stays as it is under the finger. */
function Straw({ straw, votingRight, connection, paths, link }: RoomProps & { straw: SnapshotStraw }) {
  const untouched = straw.state === "open" && straw.mine === null && (votingRight || straw.guests);
  const ways = { votingRight, action: paths.straw, offline: connection === "lost", link };
  return (
    <>
      <StrawStep key={straw.id} straw={straw} {...ways} />
      {untouched ? null : <Fallback connection={connection} room={paths.room} />}
    </>
  );
}

/** Nothing to do but look: the announced result, or what the room is at. */
function Looking({ snapshot, poll, votingRight, connection, paths }: RoomProps & { poll: SnapshotPoll | null }) {
  const told = poll?.state === "closed" ? toldOnPhones(poll) : 0;
  return (
    <>
      {poll?.result && told > 0 ? (
        <ResultCard poll={poll} result={poll.result} verdict={told === 2} />
      ) : poll?.state === "voided" ? (
        <VoidedCard poll={poll} />
      ) : (
        <Waiting snapshot={snapshot} poll={poll} votingRight={votingRight} />
      )}
      <Fallback connection={connection} room={paths.room} />
    </>
  );
}

function PollSteps({ poll, ...props }: RoomProps & { poll: SnapshotPoll }) {
  const { snapshot, connection, paths, changing, serverNow, link } = props;
  const [voting, dispatch] = useVoting(poll, link, changing === poll.id);
  const back = () => dispatch({ type: "back" });
  const choose = (choice: Choice) => dispatch({ type: "choose", choice });
  if (poll.state === "open" && (poll.onPaper || !takesPhones(poll))) {
    return (
      <>
        <CountedStep poll={poll} />
        <Fallback connection={connection} room={paths.room} />
      </>
    );
  }
  if (voting.step === "sending") return <SendingStep offline={connection === "lost"} />;
  if (voting.step === "refused") return <RefusedStep word={voting.word} back={paths.room} onBack={back} />;
  if (poll.state !== "open") return <Looking {...props} poll={poll} />;
  switch (voting.step) {
    case "choosing": {
      const clock = { now: snapshot.now, serverNow };
      return <BallotPaper poll={poll} action={paths.ballot} {...clock} draft={voting.draft} onChoose={choose} />;
    }
    case "confirming": {
      const confirm = () => dispatch({ type: "confirm" });
      const ways = { action: paths.ballot, back: paths.room, onBack: back, onConfirm: confirm };
      return <ConfirmStep poll={poll} choice={voting.choice} {...ways} />;
    }
    case "recorded": {
      const change = { href: `${paths.room}?change=${poll.id}`, onChange: () => dispatch({ type: "change" }) };
      return (
        <>
          <RecordedStep earlier={voting.earlier} change={poll.mode === "named" ? change : undefined} />
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
