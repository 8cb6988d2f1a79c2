import type { SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import { FEWEST_TOLD } from "#app/domain/straw/tally.ts";
import { screenText } from "#app/text/screen.ts";
import { Join, type JoinProps } from "./join.tsx";
import screen from "./screen.module.css";
import styles from "./straw.module.css";
import { titleSize } from "./title-size.ts";

const text = screenText.straw;

type Props = JoinProps & { straw: SnapshotStraw };

/** A mood check: what is asked and how many have answered, afterwards the sums. On every picture, large, that it is no vote. */
export function Straw({ straw, ...join }: Props) {
  return (
    <main className={screen.scene}>
      <div className={styles.mark}>
        {text.name} · {text.short}
      </div>
      {straw.state === "open" ? <Asking straw={straw} {...join} /> : <Sums straw={straw} {...join} />}
    </main>
  );
}

/** So many options, or such long ones, that they need smaller type to stand together on the narrower projector. */
const isDense = ({ options }: SnapshotStraw): boolean =>
  options.length > 3 || options.reduce((signs, { label }) => signs + [...label].length, 0) > 18;

function Asking({ straw, ...join }: Props) {
  const dense = isDense(straw);
  return (
    <>
      <div className={screen.body}>
        <h1 className={styles.question} data-length={titleSize(straw.question)} data-dense={dense}>
          {straw.question}
        </h1>
        <ul className={styles.options} data-dense={dense} aria-label={text.options}>
          {straw.options.map((option) => (
            <li key={option.id}>{option.label}</li>
          ))}
        </ul>
      </div>
      <div className={screen.foot}>
        <p className={screen.turnoutFigures}>
          <small>{text.answered}</small>
          <b>{straw.answered}</b>
          <span data-length={straw.present > 99 ? "long" : undefined}>
            {text.of} {straw.present}
          </span>
        </p>
        <p className={styles.howTo}>
          {text.howTo}
          <span>{straw.guests ? text.everybody : text.members}</span>
        </p>
        <Join {...join} size="small" />
      </div>
    </>
  );
}

function Sums({ straw, ...join }: Props) {
  const { question, options, counts, answered, present } = straw;
  const dense = isDense(straw);
  // All figures as wide as the widest, so that all bars end at one line.
  const minWidth = `${String(answered).length * 0.58}em`;
  return (
    <>
      <div className={screen.body}>
        <h1 className={styles.asked} data-length={titleSize(question)} data-dense={dense}>
          {question}
        </h1>
        {counts ? (
          <dl className={styles.bars} data-dense={dense}>
            {options.map(({ id, label }) => (
              <div key={id} className={styles.bar}>
                <dt>{label}</dt>
                <dd>
                  <span className={styles.track} aria-hidden="true">
                    <i style={{ width: `${(100 * (counts[id] ?? 0)) / Math.max(1, answered)}%` }} />
                  </span>
                  <b style={{ minWidth }}>{counts[id] ?? 0}</b>
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className={styles.few}>
            {text.few(FEWEST_TOLD)}
            <small>{text.fewHint}</small>
          </p>
        )}
      </div>
      <div className={screen.foot}>
        <p className={styles.over}>
          {text.turnout(answered, present)}
          <b>{text.mark}</b>
        </p>
        <Join {...join} size="small" />
      </div>
    </>
  );
}
