import { Button, Textarea } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { meetingText as text } from "#app/text/meetings.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import forms from "./form.module.css";
import styles from "./meeting.module.css";

/** Calls the meeting off, with the reason that everybody reads; behind its name, open again when it was refused. */
export function CancelMeeting({ refused }: { refused: Refused | null }) {
  const busy = useNavigation().formData?.get("intent") === "cancel";
  return (
    <details className={styles.cancel} open={refused !== null}>
      <summary>{text.cancelMeeting}</summary>
      <Form method="post" className={forms.form} noValidate>
        <ErrorSummary refused={refused} />
        <p className={styles.cancelHint}>{text.cancelDetail}</p>
        <Textarea
          id="reason"
          name="reason"
          label={text.cancelReason}
          description={text.cancelReasonHint}
          rows={2}
          maxLength={500}
          defaultValue={refused?.values.reason}
          error={refused?.fields.reason}
        />
        <div>
          <Button type="submit" name="intent" value="cancel" loading={busy}>
            {text.cancelSubmit}
          </Button>
        </div>
      </Form>
    </details>
  );
}
