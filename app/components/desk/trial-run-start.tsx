import { Form, Link } from "@remix-run/react";
import { clockOf } from "#app/domain/calendar/day.ts";
import { trialRunText as text } from "#app/text/trial-run.ts";
import { Notice } from "./notice.tsx";
import styles from "./trial-run.module.css";

/** The button that begins a rehearsal of a meeting to come, in the meeting's line of a list. */
export function TrialRunStart({ code }: { code: string }) {
  return (
    <Form method="post" action={`/desk/meetings/${code}`} className={styles.rowStart}>
      <button type="submit" name="intent" value="trial-run">
        {text.start}
      </button>
    </Form>
  );
}

/** That this meeting is being rehearsed, with the way back into it. */
export function TrialRunning({ run }: { run: { code: string; endsAt: Date } }) {
  return (
    <Notice kind="mind">
      <span>
        {text.running(clockOf(run.endsAt))}
        <Link className={styles.enter} to={`/desk/meetings/${run.code}/room`}>
          {text.enter}
        </Link>
      </span>
    </Notice>
  );
}
