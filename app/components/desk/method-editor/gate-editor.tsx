import { methodEditorText } from "#app/text/method-editor.ts";
import type { GateAt, GateLine } from "./draft.ts";
import styles from "./editor.module.css";
import { faultsWithin, useEditor } from "./editor-context.ts";
import { fieldId } from "./field-id.ts";
import { FaultCount } from "./fold.tsx";
import gate from "./gate-editor.module.css";
import { addLine, addLines, gateOf, gatePath, moveLine, removeLine } from "./gates.ts";
import { howOf } from "./how.ts";
import { LineForm } from "./line-form.tsx";
import { factLabel } from "./names.ts";

const text = methodEditorText.gate;

type Props = { at: GateAt; title: string; none: string };

/** A gate: what must hold, line by line; each is opened to change how it is filled in. */
export function GateEditor({ at, title, none }: Props) {
  const { draft, change, focus } = useEditor();
  const lines = gateOf(draft.stages[at.stage], at);
  const path = gatePath(at);
  const add = () => {
    change(addLine(at));
    focus([...path, lines.length, "text"]);
  };
  return (
    <section>
      <h4 className={styles.partTitle} id={fieldId(path)} tabIndex={-1}>
        {title}
      </h4>
      {lines.length === 0 && <p className={styles.hint}>{none}</p>}
      <ol className={gate.lines}>
        {lines.map((line, place) => (
          <LineItem key={line.id} at={at} line={line} place={place} last={lines.length - 1} />
        ))}
      </ol>
      <div className={styles.adds}>
        <button type="button" className={styles.add} onClick={add}>
          {text.add}
        </button>
        <ReadyLines at={at} />
      </div>
    </section>
  );
}

/** Lines that are often asked, added at one stroke. */
function ReadyLines({ at }: { at: GateAt }) {
  const { kit, change } = useEditor();
  return (
    <select
      className={styles.ready}
      aria-label={text.addReady}
      value=""
      onChange={({ currentTarget }) => change(addLines(at, kit.lines[currentTarget.value] ?? []))}
    >
      <option value="">{text.addReady}</option>
      {Object.keys(kit.lines).map((name) => (
        <option key={name} value={name}>
          {text.ready[name] ?? name}
        </option>
      ))}
    </select>
  );
}

type LineProps = { at: GateAt; line: GateLine; place: number; last: number };

function LineItem({ at, line, place, last }: LineProps) {
  const { draft, change, faults } = useEditor();
  const path = [...gatePath(at), place];
  const wrong = faultsWithin(faults, path);
  const name = text.item(line.text);
  const { up, upOf, down, downOf, remove } = methodEditorText.order;
  return (
    <li className={gate.line}>
      <details className={gate.lineFold}>
        <summary className={gate.lineSummary} id={fieldId(path)}>
          <span className={gate.lineText}>{name}</span>
          <span className={gate.lineHow}>
            {text.hows[howOf(line)]}
            {line.when && ` · ${text.whenShort}“${factLabel(draft, line.when.fact)}”`}
          </span>
          {wrong > 0 && <FaultCount count={wrong} />}
        </summary>
        <LineForm at={at} line={line} place={place} />
      </details>
      <div className={styles.moves}>
        <button
          type="button"
          className={styles.small}
          aria-label={upOf(name)}
          disabled={place === 0}
          onClick={() => change(moveLine(at, place, place - 1))}
        >
          {up}
        </button>
        <button
          type="button"
          className={styles.small}
          aria-label={downOf(name)}
          disabled={place === last}
          onClick={() => change(moveLine(at, place, place + 1))}
        >
          {down}
        </button>
        <button
          type="button"
          className={styles.small}
          aria-label={text.remove(name)}
          onClick={() => change(removeLine(at, place))}
        >
          {remove}
        </button>
      </div>
    </li>
  );
}
