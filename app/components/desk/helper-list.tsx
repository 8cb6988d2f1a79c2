import { Form } from "@remix-run/react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { helpersText as text } from "#app/text/helpers.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { DataTable } from "./data-table.tsx";
import styles from "./helper.module.css";
import { Section } from "./page-header.tsx";

type Device = {
  id: string;
  helper: string;
  createdAt: Date;
  openedAt: Date | null;
  revokedAt: Date | null;
  ballots: number;
  lastUsedAt: Date | null;
};

/** A meeting's devices, each as it stands. */
export function HelperList({ devices }: { devices: Device[] }) {
  return (
    <Section title={text.list} hint={text.journal}>
      {devices.length === 0 ? (
        <p className={styles.quiet}>{text.none}</p>
      ) : (
        <DataTable caption={text.list} head={text.columns}>
          {devices.map((device) => (
            <tr key={device.id} className={device.revokedAt ? styles.quiet : undefined}>
              <td>{device.helper}</td>
              <td>
                <State device={device} />
              </td>
              <td>{text.ballots(device.ballots)}</td>
              <td>{device.lastUsedAt ? formatDateTime(device.lastUsedAt) : text.never}</td>
              <td>{device.revokedAt ? null : <Revoke device={device} />}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}

function State({ device: { createdAt, openedAt, revokedAt } }: { device: Device }) {
  const state = revokedAt ? "revoked" : openedAt ? "open" : "waiting";
  return (
    <>
      {state === "open" ? "✔ " : ""}
      {text.states[state]}
      <span className={styles.since}>{text.stateAt[state](formatDateTime(revokedAt ?? openedAt ?? createdAt))}</span>
    </>
  );
}

function Revoke({ device: { id, helper } }: { device: Device }) {
  return (
    <Form method="post" className={styles.revoke}>
      <input type="hidden" name="id" value={id} />
      <ConfirmButton
        label={text.revoke}
        question={text.revokeQuestion(helper)}
        detail={text.revokeDetail}
        confirm={text.revoke}
        name="intent"
        value="revoke"
      />
    </Form>
  );
}
