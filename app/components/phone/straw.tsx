import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import ballot from "./ballot.module.css";
import looking from "./looking.module.css";
import styles from "./phone.module.css";
import { useStraw } from "./use-straw.ts";

const text = phoneText.straw;

type Props = {
  straw: SnapshotStraw;
  votingRight: boolean;
  /** Where the plain form goes. */
  action: string;
  link(): LiveLink | null;
};

/** A mood check: tap, tap something else, read the sums when it is over. Nothing of it is a vote, and every picture says so. */
export function StrawStep({ straw, votingRight, ...props }: Props) {
  const asked = votingRight || straw.guests;
  return (
    <section className={styles.step} data-step="straw">
      <p className={ballot.mode}>
        <b>{text.mark}</b>
      </p>
      <h1 className={styles.question}>{straw.question}</h1>
      {straw.state === "closed" ? (
        <Sums straw={straw} />
      ) : asked ? (
        <Options straw={straw} {...props} />
      ) : (
        <p>{text.refused["not-entitled"]}</p>
      )}
    </section>
  );
}

/** A plain form; with JavaScript the tap goes over the live line and stays on the page. What was tapped is shown: it is no secret vote. */
function Options({ straw, action, link }: Omit<Props, "votingRight">) {
  const { choice, sending, refused, tap } = useStraw(straw, link);
  const label = straw.options.find((option) => option.id === choice)?.label;
  return (
    <form method="post" action={action} className={styles.step}>
      <input type="hidden" name="straw" value={straw.id} />
      <fieldset className={styles.choices}>
        <legend className={styles.label}>{text.ask}</legend>
        {straw.options.map((option) => (
          <button
            key={option.id}
            type="submit"
            name="choice"
            value={option.id}
            className={styles.choice}
            aria-pressed={option.id === choice}
            onClick={(event) => {
              event.preventDefault();
              tap(option.id);
            }}
          >
            {option.id === choice ? "✔ " : null}
            {option.label}
          </button>
        ))}
      </fieldset>
      <p role="status">
        {refused ? text.refused[refused] : sending ? phoneText.sending.heading : label ? text.mine(label) : null}
      </p>
      <p className={styles.small}>{text.who}</p>
    </form>
  );
}

/** What came of it, in persons. */
function Sums({ straw: { options, counts, answered, present } }: { straw: SnapshotStraw }) {
  return (
    <>
      {counts ? (
        <dl className={looking.figures}>
          {options.map(({ id, label }) => (
            <div key={id} className={looking.figure}>
              <dt>{label}</dt>
              <dd>
                {counts[id] ?? 0} <small>{text.unit}</small>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{text.few}</p>
      )}
      <p className={styles.small}>{text.turnout(answered, present)}</p>
    </>
  );
}
