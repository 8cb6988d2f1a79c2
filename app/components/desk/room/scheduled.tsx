import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { Disclosure } from "#app/components/desk/disclosure.tsx";
import { leftWords } from "#app/components/shared/clock.ts";
import { formatMoment } from "#app/domain/calendar/chinese-date.ts";
import { roomText } from "#app/text/room.ts";
import { useServerTime } from "./clock.tsx";
import styles from "./poll.module.css";
import { localMoment } from "./poll-times.tsx";
import sheet from "./scheduled.module.css";
import type { RoomView, ScheduledView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const { poll: words } = roomText;
const text = words.scheduled;

/** Polls that open by themselves: when, what keeps them, and what can still be done about it. */
export function ScheduledPolls({ view: { scheduled, meeting } }: { view: RoomView }) {
  if (scheduled.length === 0 || meeting.state === "closed") return null;
  const [next, ...later] = scheduled;
  const inSession = meeting.state === "open";
  return (
    <section className={sheet.scheduled} aria-label={text.title}>
      <h3>{text.title}</h3>
      <ScheduledList polls={next ? [next] : []} inSession={inSession} />
      {later.length > 0 && (
        <details className={`${styles.earlier} ${sheet.earlier}`}>
          <summary>{text.later(later.length)}</summary>
          <ScheduledList polls={later} inSession={inSession} />
        </details>
      )}
    </section>
  );
}

function ScheduledList({ polls, inSession }: { polls: ScheduledView[]; inSession: boolean }) {
  return (
    <ul>
      {polls.map((poll) => (
        <li key={poll.id}>
          <Scheduled poll={poll} inSession={inSession} />
        </li>
      ))}
    </ul>
  );
}

function Scheduled({ poll, inSession }: { poll: ScheduledView; inSession: boolean }) {
  const now = useServerTime();
  const left = Math.ceil((poll.opensAt.getTime() - now) / 1000);
  return (
    <>
      <p className={styles.kind}>
        <b className={sheet.moment}>{text.opens(formatMoment(poll.opensAt, new Date(now)))}</b>
        {left > 0 ? <span className={sheet.whole}>{text.left(leftWords(left))}</span> : null}
      </p>
      <p className={`${styles.question} ${sheet.question}`} title={poll.question}>
        {poll.question}
      </p>
      <p className={styles.kind}>{kindWords(poll, new Date(now))}</p>
      {left <= 0 ? (
        <p className={styles.why} role="status" data-obstacle>
          {poll.obstacle ? text.waits(poll.obstacle) : text.opening}
        </p>
      ) : inSession && poll.obstacle ? (
        <p className={styles.note}>{text.notYet(poll.obstacle)}</p>
      ) : null}
      {poll.posted ? <p className={styles.note}>{text.posted}</p> : <Acts poll={poll} inSession={inSession} />}
    </>
  );
}

function kindWords({ mode, alsoPaper, alsoHands, ruleName, minutes, endsAt, closesItself }: ScheduledView, now: Date) {
  return [
    words.modes[mode],
    ...(alsoPaper ? [words.alsoPaper] : []),
    ...(alsoHands ? [words.alsoHands] : []),
    ruleName,
    minutes !== null ? text.minutes(minutes) : endsAt ? text.until(formatMoment(endsAt, now)) : words.noLimit,
    ...(closesItself ? [words.times.closesItself] : []),
  ].join(" · ");
}

function Acts({ poll, inSession }: { poll: ScheduledView; inSession: boolean }) {
  return (
    <div className={`${styles.acts} ${sheet.acts}`}>
      {inSession && <OpenNow poll={poll} />}
      <ChangeTime poll={poll} />
      <Cancel poll={poll} />
    </div>
  );
}

/** One of the list's forms; what it answers concerns its own poll alone. */
function useScheduledAct(intent: string, { id }: ScheduledView) {
  return useAct(intent, (values) => values.pollId === id);
}

function Seen({ intent, poll }: { intent: string; poll: ScheduledView }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="pollId" value={poll.id} />
      <input type="hidden" name="version" value={poll.version} />
    </>
  );
}

function OpenNow({ poll }: { poll: ScheduledView }) {
  const act = useScheduledAct("open-prepared", poll);
  return (
    <act.Form method="post">
      <Seen intent="open-prepared" poll={poll} />
      <button
        type="submit"
        className={styles.plain}
        disabled={act.busy || poll.obstacle !== null}
        title={poll.obstacle ?? undefined}
      >
        {text.openNow}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

function ChangeTime({ poll }: { poll: ScheduledView }) {
  const act = useScheduledAct("reschedule-poll", poll);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (act.done) form.current?.closest("details")?.removeAttribute("open");
  }, [act.done]);
  return (
    <Disclosure align="start" summary={<span>{text.change}</span>}>
      <act.Form method="post" className={sheet.changeTime} ref={form}>
        <Seen intent="reschedule-poll" poll={poll} />
        <TextInput
          name="opensAt"
          label={text.newTime}
          type="datetime-local"
          required
          error={act.refused?.fields.opensAt}
          key={poll.version}
          defaultValue={act.refused?.values.opensAt ?? localMoment(poll.opensAt)}
        />
        <RefusalLine refused={act.refused && !act.refused.fields.opensAt ? act.refused : null} />
        <Button type="submit" loading={act.busy}>
          {text.save}
        </Button>
      </act.Form>
    </Disclosure>
  );
}

function Cancel({ poll }: { poll: ScheduledView }) {
  const act = useScheduledAct("unschedule-poll", poll);
  return (
    <act.Form method="post">
      <Seen intent="unschedule-poll" poll={poll} />
      <ConfirmButton
        label={text.cancel}
        question={text.cancelQuestion}
        detail={text.cancelDetail}
        confirm={text.cancelConfirm}
      />
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
