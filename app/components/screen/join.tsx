import type { RoomCode } from "#app/components/shared/live-state.ts";
import { QrCode } from "#app/components/shared/qr-code.tsx";
import type { QrPath } from "#app/components/shared/qr-path.ts";
import { screenText } from "#app/text/screen.ts";
import styles from "./join.module.css";

const text = screenText.lobby;
const CODE_SECONDS = 60;
/** The server still takes the code before the current one; without this the digits would blink while the next ones travel. */
const GRACE_SECONDS = 5;

export type JoinProps = { qr: QrPath; roomCode: RoomCode | null; now: number };

/** The way into the room: the QR code with the digits that change, large in the lobby, small at the foot or in the corner afterwards. */
export function Join({ qr, roomCode, now, size }: JoinProps & { size: "large" | "small" | "corner" | "alone" }) {
  const left = roomCode ? (Date.parse(roomCode.validUntil) - now) / 1000 : 0;
  return (
    <aside className={styles.join} data-size={size}>
      <QrCode qr={qr} label={text.scan} className={styles.qr} />
      {roomCode && left > -GRACE_SECONDS ? (
        <div className={styles.digits}>
          <small>{text.code}</small>
          <b>
            {roomCode.code.slice(0, 3)} {roomCode.code.slice(3)}
          </b>
          <span className={styles.rail} aria-hidden="true">
            <i style={{ transform: `scaleX(${Math.min(1, Math.max(0, left / CODE_SECONDS))})` }} />
          </span>
        </div>
      ) : null}
      {size === "large" || size === "alone" ? (
        <p className={styles.hint}>{roomCode ? text.codeHint : text.noCode}</p>
      ) : null}
    </aside>
  );
}

/** The code alone, as large as the picture allows. */
export function LargeCode(join: JoinProps) {
  return (
    <main className={styles.alone}>
      <Join {...join} size="alone" />
    </main>
  );
}
