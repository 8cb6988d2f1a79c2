import { Form, Link } from "@remix-run/react";
import { TrialBand } from "#app/components/shared/trial-band.tsx";
import { clockOf } from "#app/domain/calendar/day.ts";
import { trialRunText as text } from "#app/text/trial-run.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import styles from "./trial-run.module.css";

export type TrialFrame = { code: string; realCode: string; endsAt: Date };

/** The desk's band of a rehearsal: until when it lasts, and the way out of it. */
export function TrialRunBand({ trialRun }: { trialRun: TrialFrame }) {
  return (
    <TrialBand face="desk">
      <span className={styles.until}>{text.bandHint(clockOf(trialRun.endsAt))}</span>
      <Link className={styles.way} to={`/desk/meetings/${trialRun.code}/room`}>
        {text.toRoom}
      </Link>
      <Form method="post" action={`/desk/meetings/${trialRun.code}/trial-run/ending`} className={styles.end}>
        <ConfirmButton label={text.end} question={text.endQuestion} detail={text.endDetail} confirm={text.end} />
      </Form>
    </TrialBand>
  );
}
