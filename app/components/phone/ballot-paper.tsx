import type { MouseEvent } from "react";
import { leftWords } from "#app/components/shared/clock.ts";
import { useTicking } from "#app/components/shared/use-live.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import { phoneText } from "#app/text/phone.ts";
import ballot from "./ballot.module.css";
import { EachAnswer, SeveralAnswers } from "./many-answers.tsx";
import styles from "./phone.module.css";
import { ReadAloud } from "./read-aloud.tsx";

const text = phoneText.poll;

type Props = {
  poll: SnapshotPoll;
  /** Where the plain form goes: the page that asks for confirmation. */
  action: string;
  now: string;
  serverNow(): number;
  /** Whose ballot it is, where it is somebody's who authorised this voter. */
  forId?: string | undefined;
  /** What secret and named mean here, where it is not the voter's own phone. */
  notices?: ModeNotices;
  /** What was ticked before, for somebody who came back from the confirmation. */
  draft?: Choice | undefined;
  onChoose(choice: Choice): void;
};

/** The question in full and what may be chosen. A plain form; with JavaScript the choice stays in the page until it is confirmed. */
export function BallotPaper({ poll, action, now, serverNow, forId, notices, draft, onChoose }: Props) {
  const left = useSecondsLeft(poll.endsAt, now, serverNow);
  return (
    <form method="post" action={action} className={styles.step}>
      <input type="hidden" name="poll" value={poll.id} />
      {forId ? <input type="hidden" name="for" value={forId} /> : null}
      <p className={styles.eyebrow}>
        <span className={ballot.now}>
          {text.heading}
          {poll.secondRound ? ` · ${text.secondRound}` : null}
        </span>
        {left !== null ? (
          <span>
            {text.minutesLeft} <b>{leftWords(left)}</b>
          </span>
        ) : null}
      </p>
      <h1 className={styles.question}>{poll.question}</h1>
      <ModeNotice mode={poll.mode} notices={notices} />
      <AlsoNotice poll={poll} />
      {left === 0 ? (
        <p className={styles.notice} role="status">
          {poll.alsoHands ? text.handsNow : text.timeUp}
        </p>
      ) : (
        <Answers poll={poll} draft={draft} onChoose={onChoose} />
      )}
      <ReadAloud text={spoken(poll)} />
      {poll.mode === "secret" ? <p className={styles.small}>{text.secretLimits}</p> : null}
    </form>
  );
}

/** What may be chosen: one of the options, several of them, or an answer for each item. */
function Answers({ poll, draft, onChoose }: Pick<Props, "poll" | "draft" | "onChoose">) {
  if (poll.form?.kind === "each")
    return <EachAnswer poll={poll} items={poll.form.items} draft={draft} onChoose={onChoose} />;
  if (poll.form?.kind === "choice" && poll.form.most > 1) {
    return <SeveralAnswers poll={poll} most={poll.form.most} draft={draft} onChoose={onChoose} />;
  }
  const choose = (choice: string) => (event: MouseEvent) => {
    event.preventDefault();
    onChoose(choice);
  };
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>{text.options}</legend>
      {poll.options.map(({ id, label }) => (
        <button key={id} type="submit" name="choice" value={id} className={styles.choice} onClick={choose(id)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** Papers or hands beside the phone: how, and that nobody votes twice. */
function AlsoNotice({ poll: { alsoPaper, alsoHands } }: { poll: SnapshotPoll }) {
  const words = alsoPaper && alsoHands ? text.alsoBoth : alsoPaper ? text.alsoPaper : alsoHands ? text.alsoHands : null;
  return words ? <p className={styles.small}>{words}</p> : null;
}

type ModeNotices = { secret: string; named: string };
const OWN_PHONE: ModeNotices = { secret: text.secretPromise, named: text.namedNotice };

function ModeNotice({ mode, notices = OWN_PHONE }: { mode: SnapshotPoll["mode"]; notices?: ModeNotices | undefined }) {
  return (
    <p className={ballot.mode}>
      <b className={ballot.modeName}>{mode === "secret" ? text.secret : text.named}</b>
      {mode === "secret" ? notices.secret : notices.named}
    </p>
  );
}

/** The question, then the items where there are several, then what may be chosen. */
function spoken({ question, options, form }: SnapshotPoll): string {
  const items = form?.kind === "each" ? form.items.map(({ label }) => label) : [];
  return text.spoken(
    [question, ...items].join("；"),
    options.map(({ label }) => label),
  );
}

function useSecondsLeft(endsAt: string | null, now: string, serverNow: () => number): number | null {
  const ticking = useTicking(serverNow, now, 1000);
  return endsAt === null ? null : Math.max(0, Math.ceil((Date.parse(endsAt) - ticking) / 1000));
}
