import {
  BALLOT_SHEETS,
  BALLOT_TYPE,
  type BallotsPerPage,
  type BallotWords,
  inTwoColumns,
} from "#app/domain/meeting/ballot-sheet.ts";
import { labelCorner, labelPages } from "#app/domain/meeting/label-sheet.ts";
import { ballotSheetText as text } from "#app/text/ballot-sheet.ts";
import styles from "./ballot-sheet.module.css";

type Props = { words: BallotWords; each: BallotsPerPage; copies: number; demonstration: boolean };

/** So many copies of one ballot on A4, each at its place, with lines to cut along. */
export function BallotSheet({ words, each, copies, demonstration }: Props) {
  const size = BALLOT_SHEETS[each];
  const numbers = Array.from({ length: copies }, (_, n) => n);
  return (
    <div className={styles.pages}>
      {labelPages(size, numbers, 0).map((places, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages keep their places
        <div key={page} className={styles.page} style={typeOf(each)} data-sheet={each}>
          {size.rows > 1 && <i className={styles.across} />}
          {size.columns > 1 && <i className={styles.down} />}
          {places.map(({ thing, place }) => {
            const { left, top } = labelCorner(size, place);
            const box = { left: `${left}mm`, top: `${top}mm`, width: `${size.width}mm`, height: `${size.height}mm` };
            return (
              <section key={thing} className={styles.ballot} style={box} data-ballot>
                <Ballot words={words} columns={inTwoColumns(words, each)} demonstration={demonstration} />
              </section>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** The sizes as the style sheet's variables, in mm. */
function typeOf(each: BallotsPerPage): Record<string, string> {
  return Object.fromEntries(Object.entries(BALLOT_TYPE[each]).map(([name, size]) => [`--${name}`, `${size}mm`]));
}

function Ballot({ words, columns, demonstration }: { words: BallotWords; columns: boolean; demonstration: boolean }) {
  return (
    <>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.below}>
        {demonstration && `${text.demonstration} · `}
        {words.below}
      </p>
      <p className={styles.question}>
        <b>{words.lead}</b>
        {words.question}
      </p>
      <div className={columns ? `${styles.lines} ${styles.columns}` : styles.lines}>
        {words.lines.map(({ label, answers }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ballot's lines keep their places
          <div key={index}>
            {label !== "" && <p className={styles.label}>{label}</p>}
            <p className={styles.answers}>
              {answers.map((answer) => (
                <span key={answer}>
                  <i className={styles.tick} aria-hidden="true" /> {answer}
                </span>
              ))}
            </p>
          </div>
        ))}
      </div>
      <p className={styles.note}>{words.note}</p>
      {words.signed.map((row) => (
        <p key={row.join()} className={styles.signed}>
          {row.map((label) => (
            <span key={label}>{label}：</span>
          ))}
        </p>
      ))}
      {words.stamp !== "" && (
        <p className={styles.signed}>
          <span>{words.stamp}：</span>
        </p>
      )}
    </>
  );
}
