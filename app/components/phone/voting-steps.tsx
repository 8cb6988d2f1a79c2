import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import { phoneText } from "#app/text/phone.ts";
import ballot from "./ballot.module.css";
import { chosenLines, formFieldsOf } from "./chosen.ts";
import looking from "./looking.module.css";
import styles from "./phone.module.css";
import type { RefusedWord } from "./voting.ts";

const { confirm, sending, recorded, refused } = phoneText;

/** The step's heading; takes the focus when the step appears, so that it is read out and the keyboard goes on from here. */
function StepHeading({
  className,
  focus = true,
  children,
}: {
  className?: string;
  focus?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}

type ConfirmProps = {
  poll: SnapshotPoll;
  choice: Choice;
  /** Where the plain form goes: back to the ballot page, now confirmed. */
  action: string;
  back: string;
  /** Whose ballot it is, where it is somebody's who authorised this voter. */
  forId?: string | undefined;
  /** Who chooses, and what confirming means, where it is not the voter's own phone, or not their own ballot. */
  words?: { before: string; note: string } | undefined;
  onBack?(): void;
  onConfirm?(): void;
};

/** The choice once more in large words, before it is final. */
export function ConfirmStep({ poll, choice, action, back, forId, words, onBack, onConfirm }: ConfirmProps) {
  const instead = (act: (() => void) | undefined) => (event: MouseEvent) => {
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <form method="post" action={action} className={styles.step}>
      <input type="hidden" name="poll" value={poll.id} />
      {forId ? <input type="hidden" name="for" value={forId} /> : null}
      <ChosenFields choice={choice} />
      <p className={styles.asked}>{poll.question}</p>
      <StepHeading className={styles.confirm}>
        {words?.before ?? confirm.before} <Chosen poll={poll} choice={choice} />
        {confirm.after}
      </StepHeading>
      <p>{words?.note ?? (poll.mode === "secret" ? confirm.final : confirm.changeable)}</p>
      <div className={styles.pair}>
        <a className={styles.secondary} href={back} onClick={instead(onBack)}>
          {confirm.back}
        </a>
        <button type="submit" name="confirmed" value="yes" className={styles.primary} onClick={instead(onConfirm)}>
          {confirm.submit}
        </button>
      </div>
    </form>
  );
}

/** What was chosen, in large words; item by item where there are several. */
function Chosen({ poll, choice }: { poll: SnapshotPoll; choice: Choice }) {
  const lines = chosenLines(poll, choice);
  if (lines.length === 1 && lines[0]?.answer === undefined) {
    return <strong className={ballot.confirmChoice}>{lines[0]?.label}</strong>;
  }
  return (
    <span className={ballot.confirmLines}>
      {lines.map(({ label, answer }) => (
        <span key={label} className={ballot.confirmLine}>
          <span>{label}</span>
          {answer === undefined ? null : <b>{answer}</b>}
        </span>
      ))}
    </span>
  );
}

/** The choice as a form posts it. */
function ChosenFields({ choice }: { choice: Choice }) {
  return formFieldsOf(choice).map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}

/** 提交中: stays until the server answers, however long the network is away. */
export function SendingStep({ offline }: { offline: boolean }) {
  return (
    <div className={styles.step} role="status" data-step="sending">
      <span className={ballot.turning} aria-hidden="true" />
      <StepHeading className={styles.title}>{sending.heading}</StepHeading>
      <p>{offline ? sending.offline : sending.stay}</p>
    </div>
  );
}

/** `whose`: what is said where it is not the voter's own ballot. */
type RecordedProps = {
  earlier?: boolean;
  focus?: boolean;
  whose?: string | undefined;
  change?: { href: string; onChange?(): void };
};

/** ✔ 已记录. Never what was chosen: whoever looks over the shoulder, or takes the phone, learns nothing. */
export function RecordedStep({ earlier = false, focus = false, whose, change }: RecordedProps) {
  return (
    <div className={styles.step} role="status" data-step="recorded">
      <Tick />
      <StepHeading className={ballot.recorded} focus={focus}>
        {recorded.heading}
      </StepHeading>
      <p>{whose ?? (earlier ? recorded.earlier : recorded.thanks)}</p>
      {change ? (
        <a
          className={styles.secondary}
          href={change.href}
          onClick={(event) => {
            event.preventDefault();
            change.onChange?.();
          }}
        >
          {recorded.change}
        </a>
      ) : null}
    </div>
  );
}

export function Tick() {
  return (
    <svg className={looking.tick} viewBox="0 0 64 64" width="88" height="88" aria-hidden="true">
      <circle cx="32" cy="32" r="29" fill="none" stroke="currentColor" strokeWidth="4" />
      <path d="M19 33l9.5 9.5L46 24" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}

type RefusedProps = { word: RefusedWord; sentence?: string | undefined; back: string; onBack?(): void };

/** Says plainly that this attempt is not in the box, and why. */
export function RefusedStep({ word, sentence = refused[word], back, onBack }: RefusedProps) {
  const again = word === "invalid-choice" || word === "busy";
  return (
    <div className={styles.step} role="alert" data-step="refused">
      <StepHeading className={styles.title}>{refused.heading}</StepHeading>
      <p>{sentence}</p>
      <a
        className={styles.secondary}
        href={back}
        onClick={(event) => {
          if (!onBack) return;
          event.preventDefault();
          onBack();
        }}
      >
        {again ? refused.again : refused.back}
      </a>
    </div>
  );
}
