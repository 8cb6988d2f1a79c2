import { screenText } from "#app/text/screen.ts";
import styles from "./presenter.module.css";

const text = screenText.keys;

/** The presenter's keys, over the picture until ? is pressed again. */
export function KeyHelp() {
  return (
    <aside className={styles.help} aria-label={text.heading}>
      <h2>{text.heading}</h2>
      <dl>
        {text.list.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

/** One sentence to the presenter, gone after a moment. */
export function KeyNotice({ children }: { children: string }) {
  return (
    <p className={styles.keyNotice} role="status">
      {children}
    </p>
  );
}
