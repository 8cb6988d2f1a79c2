import { Link } from "@remix-run/react";
import looking from "#app/components/phone/looking.module.css";
import styles from "#app/components/phone/phone.module.css";
import { ConfirmStep, Tick } from "#app/components/phone/voting-steps.tsx";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import { assistText } from "#app/text/assist.ts";
import assist from "./assist.module.css";

const text = assistText.person;

export type Person = { personId: string; name: string; unit: string; seat: string; holder: string };

/** Whose turn it is, in large words, with the way back. */
export function WhoseTurn({ person, back }: { person: Person; back: string }) {
  return (
    <header className={assist.turn}>
      <p className={assist.turnName}>
        {text.for} {person.holder ? `${text.holder(person.holder)} ` : null}
        <strong>{person.name}</strong> {text.vote}
      </p>
      <p className={styles.small}>{text.who(person.unit, person.seat)}</p>
      <Link to={back} replace className={assist.notThis}>
        {text.notThis}
      </Link>
    </header>
  );
}

type ConfirmProps = {
  person: Person;
  poll: SnapshotPoll;
  choice: Choice;
  /** Address of the tablet's page. */
  assist: string;
  onBack?(): void;
  onConfirm?(): void;
};

/** “李桂兰 选择 同意，确认提交？” */
export function ConfirmFor({ person, poll, choice, assist: page, ...acts }: ConfirmProps) {
  const here = `${page}?who=${encodeURIComponent(person.personId)}`;
  const words = { before: text.confirmBefore(person.name), note: text.final };
  return <ConfirmStep poll={poll} choice={choice} action={here} back={here} words={words} {...acts} />;
}

/** ✔ 已记录, for the next person to see: a name, and never a choice. */
export function HandOn({ back }: { back: string }) {
  return (
    <section className={`${styles.step} ${assist.handOn}`} data-step="recorded" role="status">
      <Tick />
      <h1 className={assist.recorded}>{text.recorded}</h1>
      <p className={assist.handOnWords}>{text.handOn}</p>
      <Link to={back} replace className={`${styles.primary} ${assist.next}`} data-next>
        {text.next}
      </Link>
    </section>
  );
}

/** Nothing to cast for this person: says why, and leads on. */
export function NothingToCast({ heading, hint, back }: { heading: string; hint: string; back: string }) {
  return (
    <section className={styles.step} data-step="spent" role="status">
      <p className={looking.present}>
        <Tick />
      </p>
      <h1 className={styles.title}>{heading}</h1>
      <p>{hint}</p>
      <Link to={back} replace className={styles.primary}>
        {text.next}
      </Link>
    </section>
  );
}

/** Not checked in: the helper vouches that this is the person. */
export function Vouch({ person, action, back }: { person: Person; action: string; back: string }) {
  return (
    <form method="post" action={action} className={styles.step} data-step="vouch">
      <input type="hidden" name="present" value={person.personId} />
      <h1 className={styles.ask}>{text.absentHeading(person.name)}</h1>
      <p>{text.who(person.unit, person.seat)}</p>
      <p>{text.absentLead}</p>
      <div className={styles.pair}>
        <Link to={back} replace className={styles.secondary}>
          {text.back}
        </Link>
        <button type="submit" className={styles.primary}>
          {text.vouch}
        </button>
      </div>
    </form>
  );
}
