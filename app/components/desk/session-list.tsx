import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { deviceWords, settingsText as text } from "#app/text/settings.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { DataTable } from "./data-table.tsx";
import { Section } from "./page-header.tsx";
import styles from "./settings.module.css";

type Session = { id: string; createdAt: Date; userAgent: string; here: boolean };

/** Where this person is signed in. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  return (
    <Section title={<span id="sessions">{text.sessionsTitle}</span>} hint={text.sessionsHint}>
      <DataTable caption={text.sessionsTitle} head={[text.device, text.signedInAt, text.actions]}>
        {sessions.map(({ id, createdAt, userAgent, here }) => (
          <tr key={id}>
            <td>{deviceWords(userAgent)}</td>
            <td>{formatDateTime(createdAt)}</td>
            <td>
              {here ? (
                <span className={styles.here}>✔ {text.thisDevice}</span>
              ) : (
                <Form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" name="intent" value="end-session" variant="default">
                    {text.endSession}
                  </Button>
                </Form>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      {sessions.length > 1 && (
        <Form method="post" className={styles.below}>
          <ConfirmButton
            align="start"
            label={text.endOthers}
            question={text.endOthersQuestion}
            detail={text.endOthersDetail}
            confirm={text.endOthers}
            name="intent"
            value="end-others"
          />
        </Form>
      )}
    </Section>
  );
}
