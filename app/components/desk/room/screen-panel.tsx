import type { ScreenMode } from "#app/domain/meeting/snapshot.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./screen.module.css";
import { RefusalLine, useAct } from "./use-act.tsx";

type Props = {
  mode: ScreenMode;
  path: string;
  slipsPath: string;
  helpersPath: string;
  online: number | null;
  ended: boolean;
};

/** The projector: what it shows, and the way to open one. */
export function ScreenPanel({ mode, path, slipsPath, helpersPath, online, ended }: Props) {
  const act = useAct("screen");
  const shown = act.sending?.get("mode") ?? mode;
  return (
    <section className={styles.panel} aria-label={text.screen.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.screen.title}</h2>
        <span className={styles.links}>
          <a href={helpersPath} target="_blank" rel="noreferrer">
            {text.screen.helpers} ↗
          </a>
          <a href={slipsPath} target="_blank" rel="noreferrer">
            {text.screen.slips} ↗
          </a>
          <a href={path} target="_blank" rel="noreferrer">
            {text.screen.open} ↗
          </a>
        </span>
      </div>
      <act.Form method="post" className={styles.modes}>
        <input type="hidden" name="intent" value="screen" />
        {(["meeting", "qr", "black"] as const).map((each) => (
          <button
            key={each}
            type="submit"
            name="mode"
            value={each}
            aria-pressed={shown === each}
            className={shown === each ? styles.on : undefined}
            disabled={ended}
          >
            {text.screen.modes[each]}
          </button>
        ))}
      </act.Form>
      <RefusalLine refused={act.refused} />
      {online !== null && <p className={styles.online}>{text.phonesOnline(online)}</p>}
    </section>
  );
}
