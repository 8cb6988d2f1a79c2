import { peopleText as text } from "#app/text/people.ts";
import styles from "./roll.module.css";

/** The roll's sample files. */
export function SampleLinks() {
  return (
    <p className={styles.samples}>
      {text.sample}:
      <a href="/samples/roll-sample.xlsx" download="名册样表（示例）.xlsx">
        {text.sampleWorkbook}
      </a>
      <a href="/samples/roll-sample.csv" download="名册样表（示例）.csv">
        {text.sampleCsv}
      </a>
    </p>
  );
}
