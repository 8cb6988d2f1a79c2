import type { ReactNode } from "react";
import { trialBandText as text } from "#app/text/trial-band.ts";
import styles from "./trial-band.module.css";

/** Stands above every page of a rehearsal: in words, and in stripes that no other page has. `face`: whose type size it takes. */
export function TrialBand({ face, children }: { face: "desk" | "screen" | "phone" | "sheet"; children?: ReactNode }) {
  return (
    <section className={styles.band} data-face={face} aria-label={text.band}>
      <strong className={styles.words}>{text.band}</strong>
      {children}
    </section>
  );
}
