import type { AnswerRefusal } from "#app/domain/straw/refusals.ts";
import { phoneText } from "#app/text/phone.ts";
import styles from "./phone.module.css";

const text = phoneText.straw;

/** After the plain form: this answer was not taken, and why. */
export function StrawRefused({ word, back }: { word: AnswerRefusal | "busy"; back: string }) {
  return (
    <div className={styles.step} role="alert" data-step="refused">
      <h1 className={styles.title}>{text.mark}</h1>
      <p>{word === "busy" ? phoneText.refused.busy : text.refused[word]}</p>
      <a className={styles.secondary} href={back}>
        {phoneText.refused.back}
      </a>
    </div>
  );
}
