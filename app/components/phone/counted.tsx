import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import ballot from "./ballot.module.css";
import looking from "./looking.module.css";
import styles from "./phone.module.css";
import { ReadAloud } from "./read-aloud.tsx";
import { Tick } from "./voting-steps.tsx";

const { counted, voided, poll: text } = phoneText;

/** An open poll that is not voted on this phone: by hands, on paper, or by the paper its owner holds. Nothing to press. */
export function CountedStep({ poll }: { poll: SnapshotPoll }) {
  const { what, hint } = poll.onPaper
    ? poll.remote
      ? { what: counted.signed, hint: counted.signedHint }
      : { what: counted.onPaper, hint: counted.onPaperHint }
    : poll.mode === "hands"
      ? { what: counted.hands, hint: counted.handsHint }
      : { what: counted.paper, hint: counted.paperHint };
  return (
    <section className={styles.step} data-step={poll.onPaper ? "on-paper" : poll.mode} role="status">
      <p className={styles.eyebrow}>
        <span className={ballot.now}>
          {text.heading}
          {poll.secondRound ? ` · ${text.secondRound}` : null}
        </span>
      </p>
      <h1 className={styles.question}>{poll.question}</h1>
      <p className={poll.onPaper ? looking.present : ballot.counted}>
        {poll.onPaper ? <Tick /> : null}
        {what}
      </p>
      <p>{hint}</p>
      <ReadAloud text={counted.spoken(poll.question, `${what}。${hint}`)} />
    </section>
  );
}

/** A poll that went wrong: said plainly, with the reason, and never a figure. */
export function VoidedCard({ poll }: { poll: SnapshotPoll }) {
  return (
    <section className={styles.step} data-step="voided" role="status">
      <p className={styles.asked}>{poll.question}</p>
      <h1 className={looking.verdict} data-passed={false}>
        <span aria-hidden="true">✘</span> {voided.word}
      </h1>
      <p>
        {voided.reason}：{poll.voidReason}
      </p>
      <p>{voided.note}</p>
    </section>
  );
}
