import { LABEL_SHEETS, type LabelSheetId, labelsOn } from "#app/domain/meeting/label-sheet.ts";
import { slipsText as text } from "#app/text/slips.ts";
import styles from "./slip-bar.module.css";

type Props = {
  title: string;
  here: string;
  back: string;
  count: number;
  sheet: LabelSheetId;
  from: number;
  /** One person's slip alone is shown. */
  only: boolean;
  /** Whose slip was just issued again. */
  reissued: string | null;
  people: { id: string; name: string; unit: string }[];
  refused: string | null;
};

/** Above the sheet, on the screen only: what to mind before handing slips out, the layout, and a new slip for one person. */
export function SlipBar({ title, here, back, count, sheet, from, only, reissued, people, refused }: Props) {
  const pages = Math.ceil((from - 1 + count) / labelsOn(LABEL_SHEETS[sheet]));
  return (
    <header className={styles.bar}>
      {reissued && (
        <p className={styles.done} role="status">
          ✔ {text.reissued(reissued)}
        </p>
      )}
      {refused && (
        <p className={styles.refused} role="alert">
          ✘ {refused}
        </p>
      )}
      <div className={styles.head}>
        <h1>
          {text.heading} · {title}
        </h1>
        <p className={styles.ways}>
          <a href={back}>{text.back}</a>
          {only ? <a href={`${here}?sheet=${sheet}`}>{text.all}</a> : null}
          {count > 0 ? (
            <button type="button" className={styles.primary} onClick={() => window.print()}>
              {text.print}
            </button>
          ) : null}
        </p>
      </div>
      <p>{count > 0 ? text.count(count, pages) : text.empty}</p>
      <p>{text.advice}</p>
      <p>{text.printing}</p>
      <Layout {...{ sheet, from }} />
      {people.length > 0 && <Reissue {...{ people, sheet, from }} />}
    </header>
  );
}

function Layout({ sheet, from }: Pick<Props, "sheet" | "from">) {
  return (
    <form method="get" className={styles.form}>
      <label>
        {text.sheet}
        <select name="sheet" defaultValue={sheet}>
          {(["3x8", "2x5"] as const).map((each) => (
            <option key={each} value={each}>
              {text.sheets[each]}
            </option>
          ))}
        </select>
      </label>
      <label title={text.fromHint}>
        {text.from}
        <input type="number" name="from" min={1} max={24} defaultValue={from} />
      </label>
      <button type="submit">{text.show}</button>
    </form>
  );
}

function Reissue({ people, sheet, from }: Pick<Props, "people" | "sheet" | "from">) {
  return (
    <details className={styles.reissue}>
      <summary>{text.reissue}</summary>
      <p>{text.reissueHint}</p>
      <form method="post" className={styles.form}>
        <input type="hidden" name="sheet" value={sheet} />
        <input type="hidden" name="from" value={from} />
        <label>
          {text.person}
          <select name="person" required defaultValue="">
            <option value="">{text.choose}</option>
            {people.map(({ id, name, unit }) => (
              <option key={id} value={id}>
                {text.who(name, unit)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{text.submit}</button>
      </form>
    </details>
  );
}
