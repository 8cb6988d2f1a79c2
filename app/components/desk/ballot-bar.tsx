import type { BallotsPerPage } from "#app/domain/meeting/ballot-sheet.ts";
import { ballotSheetText as text } from "#app/text/ballot-sheet.ts";
import styles from "./slip-bar.module.css";

type Props = {
  title: string;
  back: string;
  ballots: { key: string; question: string; named: boolean }[];
  chosen: { key: string; named: boolean } | null;
  asked: BallotsPerPage;
  /** As many as fit; null where not even one does. */
  each: BallotsPerPage | null;
  copies: number;
  voters: number;
};

/** Above the sheets, on the screen only: which ballot, how many on a page, how many of them. */
export function BallotBar({ title, back, ballots, chosen, asked, each, copies, voters }: Props) {
  return (
    <header className={styles.bar}>
      <div className={styles.head}>
        <h1>
          {text.heading} · {title}
        </h1>
        <p className={styles.ways}>
          <a href={back}>{text.back}</a>
          {each && chosen && (
            <button type="button" className={styles.primary} onClick={() => window.print()}>
              {text.print}
            </button>
          )}
        </p>
      </div>
      {chosen === null ? (
        <p>{text.empty}</p>
      ) : (
        <>
          <p>{each ? text.count(copies, Math.ceil(copies / Number(each))) : text.tooLong}</p>
          {each && each !== asked && <p role="status">{text.fewer(each)}</p>}
          <p>{chosen.named ? text.named : text.secret}</p>
          <p>{text.printing}</p>
          <Layout {...{ ballots, chosen: chosen.key, asked, copies, voters }} />
        </>
      )}
    </header>
  );
}

function Layout({
  ballots,
  chosen,
  asked,
  copies,
  voters,
}: Pick<Props, "ballots" | "asked" | "copies" | "voters"> & { chosen: string }) {
  return (
    <form method="get" className={styles.form}>
      <label>
        {text.which}
        <select name="ballot" defaultValue={chosen}>
          {ballots.map(({ key, question }) => (
            <option key={key} value={key}>
              {question.length > 30 ? `${question.slice(0, 30)}…` : question}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.each}
        <select name="each" defaultValue={asked}>
          {(["4", "2", "1"] as const).map((each) => (
            <option key={each} value={each}>
              {text.eachNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.copies}
        <input type="number" name="copies" min={1} max={1000} defaultValue={copies} aria-describedby="copies-hint" />
      </label>
      <button type="submit">{text.show}</button>
      <p id="copies-hint">{text.copiesHint(voters)}</p>
    </form>
  );
}
