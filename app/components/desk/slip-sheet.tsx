import { QrCode } from "#app/components/shared/qr-code.tsx";
import type { QrPath } from "#app/components/shared/qr-path.ts";
import { LABEL_SHEETS, type LabelSheetId, labelCorner, labelPages } from "#app/domain/meeting/label-sheet.ts";
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
        <ul key={page} className={styles.page} data-sheet={sheet}>
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
      ))}
    </div>
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
          {community} {title}
        </p>
        <p className={styles.small}>
          {day} {clock} {place}
        </p>
        <p className={styles.own}>
          {text.hint} · {text.own}
        </p>
      </div>
    </>
  );
}
