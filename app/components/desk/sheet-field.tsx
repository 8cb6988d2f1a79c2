import type { ChangeEventHandler } from "react";
import parts from "./page-parts.module.css";
import styles from "./roll.module.css";

type Props = { label: string; message: string | undefined; onChange?: ChangeEventHandler<HTMLInputElement> };

/** Chooses a sheet, .xlsx or .csv; `file-hint` beside it says what may stand in it. `message`: why the last one was refused. */
export function SheetField({ label, message, onChange }: Props) {
  return (
    <div className={parts.fileField}>
      <label htmlFor="file">{label}</label>
      <input
        id="file"
        name="file"
        type="file"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
        onChange={onChange}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? "file-hint file-error" : "file-hint"}
      />
      {message && (
        <p id="file-error" role="alert" className={styles.uploadError}>
          <span aria-hidden="true">✘ </span>
          {message}
        </p>
      )}
    </div>
  );
}
