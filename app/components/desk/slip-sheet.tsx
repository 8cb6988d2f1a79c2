import { QrCode } from "#app/components/shared/qr-code.tsx";
import type { QrPath } from "#app/components/shared/qr-path.ts";
import { slipsText as text } from "#app/text/slips.ts";
import styles from "./slip-sheet.module.css";

export type Slip = { id: string; name: string; unit: string; votingRight: boolean; note: string; qr: QrPath };
type Heading = { community: string; title: string; day: string; clock: string; place: string; demonstration: boolean };

/** One slip for each person on the meeting's roll, eighteen to a page of A4, with lines to cut along. */
export function SlipSheet({ slips, ...heading }: Heading & { slips: Slip[] }) {
  return (
    <ul className={styles.sheet}>
      {slips.map((slip) => (
        <li key={slip.id} className={styles.slip}>
          <QrCode qr={slip.qr} label={text.qr(slip.name)} className={styles.qr} />
          <div className={styles.words}>
            <p className={styles.name}>{slip.name}</p>
            <p className={styles.unit}>
              {slip.unit}
              {slip.votingRight ? "" : ` ${text.observer}`}
              {slip.note && ` · ${slip.note}`}
            </p>
            <p className={styles.small}>
              {heading.community}
              {heading.demonstration ? `（${text.demonstration}）` : ""}
            </p>
            <p className={styles.small}>{heading.title}</p>
            <p className={styles.small}>{heading.day}</p>
            <p className={styles.small}>
              {heading.clock} {heading.place}
            </p>
            <p className={styles.own}>
              {text.hint}
              <br />
              {text.own}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Above the sheet, on the screen only: what to mind before handing slips out. */
export function SlipBar({ count, title, back }: { count: number; title: string; back: string }) {
  return (
    <header className={styles.bar}>
      <div>
        <h1>
          {text.heading} · {title}
        </h1>
        <p>{count > 0 ? text.count(count) : text.empty}</p>
        <p>{text.advice}</p>
      </div>
      <p className={styles.ways}>
        <a href={back}>{text.back}</a>
        {count > 0 ? (
          <button type="button" onClick={() => window.print()}>
            {text.print}
          </button>
        ) : null}
      </p>
    </header>
  );
}
