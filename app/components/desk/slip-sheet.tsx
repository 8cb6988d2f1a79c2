import { QrCode } from "#app/components/shared/qr-code.tsx";
import type { QrPath } from "#app/components/shared/qr-path.ts";
import {
  LABEL_SHEETS,
  type LabelSheet,
  type LabelSheetId,
  labelCorner,
  labelPages,
} from "#app/domain/meeting/label-sheet.ts";
import { slipsText as text } from "#app/text/slips.ts";
import styles from "./slip-sheet.module.css";

export type Slip = {
  id: string;
  name: string;
  unit: string;
  seat: string;
  votingRight: boolean;
  note: string;
  qr: QrPath;
};
type Heading = { community: string; title: string; day: string; clock: string; place: string; demonstration: boolean };
type Props = Heading & {
  slips: Slip[];
  sheet: LabelSheetId;
  /** The first label that is used, from 1. */
  from: number;
};

/** One slip for each person on the meeting's roll, each at its label's place on A4, with lines to cut along. */
export function SlipSheet({ slips, sheet, from, ...heading }: Props) {
  const size = LABEL_SHEETS[sheet];
  return (
    <div className={styles.pages}>
      {labelPages(size, slips, from - 1).map((labels, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages keep their places
        <div key={page} className={styles.page} data-sheet={sheet}>
          <CutLines sheet={size} />
          <ul>
            {labels.map(({ thing: slip, place }) => {
              const { left, top } = labelCorner(size, place);
              const box = { left: `${left}mm`, top: `${top}mm`, width: `${size.width}mm`, height: `${size.height}mm` };
              return (
                <li key={slip.id} className={styles.slip} style={box} data-slip>
                  <Label slip={slip} heading={heading} />
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

const times = (count: number) => Array.from({ length: count }, (_, n) => n);

/** One line between two labels, not a border of each: they would print side by side. */
function CutLines({ sheet: { columns, rows, width, height, left, top } }: { sheet: LabelSheet }) {
  return (
    <>
      {times(columns - 1).map((n) => (
        <i key={`column ${n}`} className={styles.down} style={{ left: `${left + (n + 1) * width}mm` }} />
      ))}
      {times(rows + 1).map((n) => (
        <i key={`row ${n}`} className={styles.across} style={{ top: `${top + n * height}mm` }} />
      ))}
    </>
  );
}

function Label({ slip, heading }: { slip: Slip; heading: Heading }) {
  const { community, title, day, clock, place, demonstration } = heading;
  const seat = [slip.seat, slip.votingRight ? "" : text.observer].filter((part) => part !== "").join(" · ");
  return (
    <>
      <QrCode qr={slip.qr} label={text.qr(slip.name)} className={styles.qr} />
      <div className={styles.words}>
        <p className={styles.name}>{slip.name}</p>
        <p className={styles.unit}>{slip.unit}</p>
        <p className={styles.seat}>{seat}</p>
        {slip.note ? <p className={styles.note}>{slip.note}</p> : null}
        <p className={styles.small}>
          {demonstration ? `${text.demonstration} · ` : ""}
          {title}
        </p>
        <p className={styles.small}>
          {day} {clock}
        </p>
        <p className={`${styles.small} ${styles.roomy}`}>
          {community} {place}
        </p>
        <p className={styles.own}>{text.own}</p>
      </div>
    </>
  );
}
