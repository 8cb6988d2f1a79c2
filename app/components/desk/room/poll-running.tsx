import { TextInput } from "@mantine/core";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { leftWords } from "#app/components/shared/clock.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { CLOSING_GRACE_MS } from "#app/domain/poll/timetable.ts";
import { roomText as text } from "#app/text/room.ts";
import { useServerTime } from "./clock.tsx";
import styles from "./poll.module.css";
import { CountPanel } from "./poll-count.tsx";
import { PaperList } from "./poll-papers.tsx";
import { PollKind } from "./poll-result.tsx";
import type { AttendeeView, CountView, PollView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const EXTENSIONS = [1, 3];

/** An open poll: turnout and time, what the tellers have to do, and nothing about how anybody votes. */
export function RunningPoll({ poll, people }: { poll: PollView; people: AttendeeView[] }) {
  const takesPaper = poll.counts.some((count) => count.method === "paper");
  const stopped = usePhonesStopped(poll);
  const lacking = poll.counts.some((count) => isLacking(count, poll));
  const handsBegun = poll.counts.some((count) => count.method === "hands" && count.state !== "none");
  return (
    <div className={styles.running}>
      <PollKind poll={poll} />
      <p className={styles.question}>{poll.question}</p>
      <Turnout poll={poll} />
      {takesPhones(poll) &&
        (poll.alsoHands && stopped ? <Stopped poll={poll} /> : <TimeLeft poll={poll} lacking={lacking} />)}
      {poll.mode === "secret" && <p className={styles.note}>{text.poll.secretNote}</p>}
      {takesPaper && <PaperList poll={poll} people={people} />}
      {poll.alsoHands && !stopped && <StopPhones pollId={poll.id} />}
      {poll.counts
        .filter((count) => count.method === "paper" || !poll.alsoHands || stopped)
        .map((count) => (
          <CountPanel key={count.method} poll={poll} count={count} />
        ))}
      <div className={styles.acts}>
        {poll.endsAt && takesPhones(poll) && !handsBegun && <Extend pollId={poll.id} />}
        <ClosePoll poll={poll} />
      </div>
      <VoidPoll pollId={poll.id} />
    </div>
  );
}

function Turnout({ poll }: { poll: PollView }) {
  const { cast, entitled, mode, alsoPaper } = poll;
  if (mode === "hands") {
    return (
      <p className={styles.turnout}>
        <span>{text.poll.mayRaise}</span>
        <b>{entitled}</b>
      </p>
    );
  }
  const label = mode === "paper" ? text.poll.issued : alsoPaper ? text.poll.castOrIssued : text.poll.turnout;
  return (
    <>
      <p className={styles.turnout}>
        <span>{label}</span>
        <b>{cast}</b>
        <span className={styles.of}>
          / {text.poll.of} {entitled}
        </span>
      </p>
      <progress className={styles.bar} value={cast} max={Math.max(entitled, 1)} aria-label={label} />
    </>
  );
}

function usePhonesStopped({ endsAt }: PollView): boolean {
  const now = useServerTime();
  return endsAt !== null && endsAt.getTime() <= now;
}

function Stopped({ poll }: { poll: PollView }) {
  return (
    <>
      <p className={styles.left}>{text.poll.phonesStopped}</p>
      {poll.closesItself && <p className={styles.note}>{text.poll.closesWhenCounted}</p>}
    </>
  );
}

function StopPhones({ pollId }: { pollId: string }) {
  const act = useAct("stop-phones");
  return (
    <act.Form method="post" className={styles.extend}>
      <input type="hidden" name="intent" value="stop-phones" />
      <input type="hidden" name="pollId" value={pollId} />
      <button type="submit" className={styles.plain} title={text.poll.stopPhonesHint} disabled={act.busy}>
        {text.poll.stopPhones}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

function TimeLeft({ poll, lacking }: { poll: PollView; lacking: boolean }) {
  const { endsAt, closesItself } = poll;
  const now = useServerTime();
  if (!endsAt) return <p className={styles.note}>{text.poll.noLimit}</p>;
  const left = Math.ceil((endsAt.getTime() - now) / 1000);
  if (left <= 0)
    return <p className={styles.timeUp}>{closesItself ? selfClosing(endsAt, now, lacking) : text.poll.timeUp}</p>;
  return (
    <p className={styles.left}>
      {text.poll.timeLeft} <b>{leftWords(left)}</b>
      {closesItself && <span className={styles.note}> {text.poll.closesItselfThen}</span>}
    </p>
  );
}

/** What happens next to a poll that closes by itself and whose time is up. */
function selfClosing(endsAt: Date, now: number, lacking: boolean): string {
  if (lacking) return text.poll.closesWhenCounted;
  const left = Math.ceil((endsAt.getTime() + CLOSING_GRACE_MS - now) / 1000);
  return left > 0 ? text.poll.closesSoon(left) : text.poll.closing;
}

function Extend({ pollId }: { pollId: string }) {
  const act = useAct("extend-poll");
  return (
    <act.Form method="post" className={styles.extend}>
      <input type="hidden" name="intent" value="extend-poll" />
      <input type="hidden" name="pollId" value={pollId} />
      {EXTENSIONS.map((minutes) => (
        <button key={minutes} type="submit" name="minutes" value={minutes} className={styles.plain} disabled={act.busy}>
          {text.poll.extend(minutes)}
        </button>
      ))}
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** A count that must be in before the poll can end; beside phones only where there is something to count. */
function isLacking({ method, state }: CountView, poll: PollView): boolean {
  if (state === "agreed") return false;
  if (state !== "none" || !takesPhones(poll)) return true;
  return method === "paper" ? poll.papers.length > 0 : poll.cast < poll.entitled;
}

function ClosePoll({ poll }: { poll: PollView }) {
  const act = useAct("close-poll");
  const lacking = poll.counts.some((count) => isLacking(count, poll));
  const detail = poll.counts.length > 0 ? text.poll.closeCounted : text.poll.closeDetail(poll.cast, poll.entitled);
  return (
    <act.Form method="post" className={styles.ask} data-end-poll>
      <input type="hidden" name="intent" value="close-poll" />
      <input type="hidden" name="pollId" value={poll.id} />
      {lacking ? (
        <>
          <p className={styles.why}>{text.poll.count.missing}</p>
          <button type="submit" className={styles.plain} disabled>
            {text.poll.close}
          </button>
        </>
      ) : (
        <ConfirmButton
          label={text.poll.close}
          question={text.poll.closeQuestion}
          detail={detail}
          confirm={text.poll.close}
        />
      )}
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** For a poll that went wrong: asks for the reason, which everybody will read. */
function VoidPoll({ pollId }: { pollId: string }) {
  const act = useAct("void-poll");
  return (
    <details className={styles.steps} open={act.refused !== null}>
      <summary>{text.poll.void}</summary>
      <act.Form method="post" className={styles.void}>
        <input type="hidden" name="intent" value="void-poll" />
        <input type="hidden" name="pollId" value={pollId} />
        <p className={styles.note}>{text.poll.voidHint}</p>
        <TextInput
          name="reason"
          label={text.poll.voidReason}
          maxLength={200}
          required
          defaultValue={act.refused?.values.reason ?? ""}
        />
        <button type="submit" className={styles.plain} disabled={act.busy}>
          {text.poll.void}
        </button>
        <RefusalLine refused={act.refused} />
      </act.Form>
    </details>
  );
}
