import { isRouteErrorResponse } from "@remix-run/react";
import { useEffect } from "react";
import { screenText } from "#app/text/screen.ts";
import { trialBandText } from "#app/text/trial-band.ts";
import styles from "./screen.module.css";

const text = screenText.trouble;
const RETRY_MS = 5000;

/** A wrong code says so and stays, a rehearsal that is over too (`over`: the code is a rehearsal's); anything else is tried again as soon as the server answers. */
export function ScreenTrouble({ error, over }: { error: unknown; over: boolean }) {
  const final = isRouteErrorResponse(error) && error.status < 500;
  useEffect(() => {
    if (final) return;
    // Asked first: reloading while the server is away would leave the browser's own error page standing.
    const timer = setInterval(() => {
      fetch(window.location.href).then(
        (answer) => answer.ok && window.location.reload(),
        () => {},
      );
    }, RETRY_MS);
    return () => clearInterval(timer);
  }, [final]);
  const known = final && typeof error.data?.message === "string" ? error.data.message : text.retrying;
  const sentence = final && over ? trialBandText.over : known;
  return (
    <div className={styles.screen}>
      <main className={styles.scene}>
        <div className={styles.body}>
          <h1 className={styles.question}>{final ? (over ? trialBandText.overTitle : text.notFound) : text.broken}</h1>
          <p className={styles.eyebrow}>{sentence}</p>
        </div>
      </main>
    </div>
  );
}
