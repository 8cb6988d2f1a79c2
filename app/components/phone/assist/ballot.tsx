import { BallotPaper } from "#app/components/phone/ballot-paper.tsx";
import { useVoting } from "#app/components/phone/use-voting.ts";
import { RefusedStep, SendingStep } from "#app/components/phone/voting-steps.tsx";
import type { Live } from "#app/components/shared/use-live.ts";
import type { Standing } from "#app/domain/attendance/at-table.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { assistText } from "#app/text/assist.ts";
import { ConfirmFor, HandOn, NothingToCast, type Person, WhoseTurn } from "./steps.tsx";
import { useCarrier } from "./use-carrier.ts";

const text = assistText.person;

type Props = {
  person: Person & { standing: Standing };
  paths: { assist: string; assistBallot: string };
  live: Live;
  /** Asks the server who this person, and this tablet, is now. */
  refresh(): void;
};

/** One person's turn, from the question to 已记录. */
export function AssistBallot(props: Props) {
  const { poll } = props.live.snapshot;
  return poll && takesPhones(poll) ? <Steps key={poll.id} poll={poll} {...props} /> : <NoTurn {...props} />;
}

/** Nothing to cast for this person: the credential is spent, or there is no poll (any more). */
function NoTurn({ person, paths, live }: Props) {
  const { poll } = live.snapshot;
  if (person.standing === "voted") {
    return <NothingToCast heading={text.votedAlready(person.name)} hint={text.votedHint} back={paths.assist} />;
  }
  const hint = poll?.state === "voided" ? text.voided : poll?.state === "closed" ? text.closed : text.wait;
  return <NothingToCast heading={text.noPoll} hint={hint} back={paths.assist} />;
}

function Steps({ poll, ...props }: Props & { poll: SnapshotPoll }) {
  const { person, paths, live, refresh } = props;
  const link = useCarrier(paths.assistBallot, person.personId, refresh);
  const [voting, dispatch] = useVoting({ ...poll, mine: "none" }, link, false);
  const here = `${paths.assist}?who=${encodeURIComponent(person.personId)}`;
  const back = () => dispatch({ type: "back" });
  if (voting.step === "sending") return <SendingStep offline={live.connection === "lost"} />;
  if (voting.step === "recorded" && !voting.earlier) return <HandOn back={paths.assist} />;
  if (voting.step === "refused") return <RefusedStep word={voting.word} back={here} onBack={back} />;
  if (voting.step === "recorded" || poll.state !== "open" || person.standing === "voted") return <NoTurn {...props} />;
  if (voting.step === "confirming") {
    const acts = { onBack: back, onConfirm: () => dispatch({ type: "confirm" }) };
    return <ConfirmFor person={person} poll={poll} choice={voting.choice} assist={paths.assist} {...acts} />;
  }
  const clock = { now: live.snapshot.now, serverNow: live.serverNow };
  return (
    <>
      <WhoseTurn person={person} back={paths.assist} />
      <BallotPaper
        poll={poll}
        action={here}
        notices={text.notices}
        draft={voting.draft}
        onChoose={(choice) => dispatch({ type: "choose", choice })}
        {...clock}
      />
    </>
  );
}
