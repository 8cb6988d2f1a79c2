import { methodEditorText } from "#app/text/method-editor.ts";
import { useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import styles from "./method-editor.module.css";

const text = methodEditorText.faults;

/** What must be mended before the method can be published; each line leads to its field. */
export function FaultList() {
  const { faults, focus } = useEditor();
  if (faults.length === 0) return null;
  return (
    <section className={styles.faults} aria-labelledby="faults">
      <h2 className={styles.faultsTitle} id="faults">
        {text.heading}
      </h2>
      <ol>
        {faults.map(({ path, where, message }) => (
          <li key={`${path.join("/")} ${message}`}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                focus(path);
              }}
            >
              {where && <span className={styles.where}>{where}：</span>}
              {message}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
