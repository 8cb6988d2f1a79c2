import { Link } from "@remix-run/react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./own-method.module.css";
import { RemoveOrRestore } from "./remove-or-restore.tsx";

export type OwnMethodRow = {
  id: string;
  name: string;
  edition: number;
  scope: "community" | "street";
  state: "draft" | "published" | "changed" | "removed";
  published: number | null;
  faults: number;
  updatedAt: Date;
  basedOn: string | null;
};

type Props = { methods: OwnMethodRow[]; isStreet: boolean; mayWrite: boolean };

/** A community's own methods: how far each has come, and what can be done with it. */
export function OwnMethodTable({ methods, isStreet, mayWrite }: Props) {
  const { name, state, scope, updatedAt, actions } = text.columns;
  return (
    <DataTable caption={text.list} head={[name, state, ...(isStreet ? [scope] : []), updatedAt, actions]}>
      {methods.map((method) => (
        <tr key={method.id}>
          <td className={styles.name}>
            {mayWrite && method.state !== "removed" ? (
              <Link to={`/desk/methods/own/${method.id}`}>{method.name}</Link>
            ) : (
              method.name
            )}
            {method.basedOn && <p className={styles.note}>{text.basedOn(method.basedOn)}</p>}
          </td>
          <td className={styles.state}>
            <State method={method} />
          </td>
          {isStreet && <td>{text.scopes[method.scope]}</td>}
          <td className={styles.when}>{formatDateTime(method.updatedAt)}</td>
          <td>
            <Actions method={method} mayWrite={mayWrite} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

const SIGNS = { draft: "○", published: "✔", changed: "●", removed: "✘" };

function State({ method: { state, published, faults } }: { method: OwnMethodRow }) {
  return (
    <>
      <span className={styles[state]}>
        <span aria-hidden="true">{SIGNS[state]} </span>
        {text.states[state](published)}
      </span>
      {faults > 0 && state !== "removed" && <p className={`${styles.note} ${styles.faults}`}>{text.faults(faults)}</p>}
    </>
  );
}

function Actions({
  method: { id, name, edition, state, published },
  mayWrite,
}: {
  method: OwnMethodRow;
  mayWrite: boolean;
}) {
  const removed = state === "removed";
  return (
    <div className={styles.actions}>
      {published !== null && !removed && <Link to={`/desk/methods/${id}`}>{text.look}</Link>}
      <ExportLinks id={id} />
      {mayWrite && <RemoveOrRestore of={{ id, name, edition }} removed={removed} text={text} />}
    </div>
  );
}

/** A method as a file, in both kinds. */
export function ExportLinks({ id }: { id: string }) {
  return (
    <span>
      {text.export} <a href={`/desk/methods/${id}/export?as=yaml`}>YAML</a>{" "}
      <a href={`/desk/methods/${id}/export?as=json`}>JSON</a>
    </span>
  );
}
