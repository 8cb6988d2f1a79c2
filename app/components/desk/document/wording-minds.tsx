import type { WordingOnPage } from "#app/domain/document/wording.ts";
import { asOneParagraph, handWritten, strangeNames, untold } from "#app/domain/document/wording.ts";
import { wordingText as text } from "#app/text/wording.ts";
import styles from "./wording.module.css";

/** What to mind about the words in the field. None of it keeps them from being saved. */
export function Minds({ wording, words, unsaved }: { wording: WordingOnPage; words: string; unsaved: boolean }) {
  const { generated, versions } = wording;
  const typed = asOneParagraph(words);
  if (typed === generated) return null;
  const latest = versions.at(-1);
  const lost = !unsaved && latest?.text ? strangeNames(latest.text, wording) : [];
  const numbers = handWritten(typed, generated);
  const missing = untold(typed, wording);
  const changed = latest && latest.text !== null && latest.generated !== generated ? latest.generated : null;
  return (
    <>
      <ul className={styles.minds}>
        {lost.length > 0 && <Mind>{text.lostNames(lost)}</Mind>}
        {missing.length > 0 && <Mind>{text.untold(missing)}</Mind>}
        {numbers.length > 0 && <Mind>{text.handWritten(numbers)}</Mind>}
      </ul>
      {changed !== null && <Changed then={changed} now={generated} />}
    </>
  );
}

function Mind({ children }: { children: string }) {
  return (
    <li className={styles.mind}>
      <span aria-hidden="true">! </span>
      {children}
    </li>
  );
}

/** What was generated when somebody wrote other words, and what is generated now. */
function Changed({ then, now }: { then: string; now: string }) {
  return (
    <div className={styles.changed}>
      <p className={styles.mind}>{text.changedTitle}</p>
      <dl>
        <div>
          <dt className={styles.hint}>{text.changedThen}</dt>
          <dd className={styles.words}>{then}</dd>
        </div>
        <div>
          <dt className={styles.hint}>{text.changedNow}</dt>
          <dd className={styles.words}>{now}</dd>
        </div>
      </dl>
    </div>
  );
}
