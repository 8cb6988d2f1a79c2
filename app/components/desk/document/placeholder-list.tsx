import { DataTable } from "#app/components/desk/data-table.tsx";
import { LOOPS, type Placeholder, type PlaceholderLoop, SINGLES } from "#app/domain/document/placeholders.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

/** Every placeholder there is, by where it may stand. */
export function PlaceholderList() {
  return (
    <div className={styles.names}>
      <details open>
        <summary>{text.namesAnywhere}</summary>
        <Names caption={text.namesAnywhere} fields={SINGLES} />
      </details>
      {LOOPS.map((loop) => (
        <Loop key={loop.name} loop={loop} path={[]} />
      ))}
    </div>
  );
}

function Loop({ loop, path }: { loop: PlaceholderLoop; path: string[] }) {
  const here = [...path, loop.name];
  return (
    <>
      <details>
        <summary>
          {text.namesIn(here)} <span className={styles.about}>{loop.about}</span>
        </summary>
        <Names caption={text.namesIn(here)} fields={loop.fields} />
      </details>
      {loop.within.map((inner) => (
        <Loop key={inner.name} loop={inner} path={here} />
      ))}
    </>
  );
}

function Names({ caption, fields }: { caption: string; fields: readonly Placeholder[] }) {
  return (
    <DataTable caption={caption} head={text.namesColumns}>
      {fields.map(({ name, about, example }) => (
        <tr key={name}>
          <td className={styles.code}>{`{${name}}`}</td>
          <td>{about}</td>
          <td className={styles.about}>{example}</td>
        </tr>
      ))}
    </DataTable>
  );
}
