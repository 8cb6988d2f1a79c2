import { Button } from "@mantine/core";
import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { formatArea } from "#app/domain/owners/area.ts";
import type { Participation } from "#app/domain/owners/participation.ts";
import type { Need } from "#app/domain/rule/needed.ts";
import { ownersVoteText as all } from "#app/text/owners-vote.ts";
import { amount } from "#app/text/rules.ts";
import { CopyText } from "./copy-text.tsx";
import styles from "./vote.module.css";
import { type Asked, AskedWords } from "./vote-notice.tsx";

const { running: text } = all;

export type Running = Asked & {
  endsAt: Date | null;
  over: boolean;
  daysLeft: number | null;
  all: Participation;
  needs: readonly Need[];
  pending: unknown[];
};

/** “37 人、2,105.32 ㎡”; empty when nothing lacks. */
export const lacking = (needs: readonly Need[]): string =>
  needs
    .filter(({ missing }) => missing > 0)
    .map((need) => amount(need.missing, need.measure, need.unit))
    .join("、");

/** How often the figures are asked for again while the page is looked at, in ms. */
const AGAIN_MS = 10_000;

/** Who takes part, in both measures, as it goes; never how anybody voted. */
export function VoteRunning({
  vote,
  code,
  title,
  refused,
}: {
  vote: Running;
  code: string;
  title: string;
  refused: Refused | null;
}) {
  useFresh();
  const lacks = lacking(vote.needs);
  return (
    <>
      <AskedWords asked={vote} />
      <p>
        {vote.endsAt && text.ends(formatDateTime(vote.endsAt))}
        {"　"}
        <strong>{timeWords(vote)}</strong>
      </p>
      <div className={styles.card}>
        <p className={lacks ? styles.lacks : styles.enough}>{lacks ? text.lacks(lacks) : `✔ ${text.enough}`}</p>
        <Measures all={vote.all} needs={vote.needs} />
        <p className={styles.hint}>{text.lead}</p>
        <Steering vote={vote} refused={refused} />
      </div>
      <div className={styles.ways}>
        <Button component={Link} to={`/desk/meetings/${code}/owners-vote/sheet`} variant="default" reloadDocument>
          {text.sheet}
        </Button>
        <Button component={Link} to={`/desk/meetings/${code}/slips`} variant="default" reloadDocument>
          {text.slips}
        </Button>
      </div>
      <CopyText label={text.copy} value={reminderOf(vote, title, lacks)} rows={4} />
    </>
  );
}

/** The figures by themselves, again every few seconds while somebody looks. */
function useFresh() {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
}

export function timeWords({ over, daysLeft }: Pick<Running, "over" | "daysLeft">): string {
  if (over) return text.over;
  return daysLeft === null ? "" : text.left(daysLeft);
}

function reminderOf(vote: Running, title: string, lacks: string): string {
  return text.reminder({
    title,
    question: vote.question,
    left: timeWords(vote),
    ends: vote.endsAt ? formatDateTime(vote.endsAt) : "",
    lacks: lacks ? text.lacksSentence(text.lacks(lacks)) : text.enoughSentence,
  });
}

function Measures({ all: sum, needs }: { all: Participation; needs: readonly Need[] }) {
  const need = (measure: Need["measure"]) => needs.find((each) => each.measure === measure);
  return (
    <div className={styles.measures}>
      <Measure
        label={`${text.voted}${all.result.heads}`}
        now={`${sum.voted} 人`}
        of={`${sum.owners} 人`}
        share={share(sum.voted, sum.owners)}
        least={need("heads")}
        whole={sum.owners}
      />
      <Measure
        label={`${text.voted}${all.result.area}`}
        now={`${formatArea(sum.votedArea)} ㎡`}
        of={`${formatArea(sum.area)} ㎡`}
        share={share(sum.votedArea, sum.area)}
        least={need("area")}
        whole={sum.area}
      />
    </div>
  );
}

/** Percent of the bar's width; for the eye alone, no verdict comes from it. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : (part / whole) * 100);

type MeasureProps = { label: string; now: string; of: string; share: number; least: Need | undefined; whole: number };

function Measure({ label, now, of, share: filled, least, whole }: MeasureProps) {
  const mark = least ? share(least.least, whole) : 0;
  return (
    <div className={styles.measure}>
      <h3>{label}</h3>
      <p className={styles.figure}>
        {now} <small>{text.of(of)}</small>
      </p>
      <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none">
        <rect className={styles.track} x="0" y="3" width="100%" height="8" />
        <rect className={styles.filled} x="0" y="3" width={`${filled}%`} height="8" />
        <line className={styles.mark} x1={`${mark}%`} x2={`${mark}%`} y1="0" y2="14" />
      </svg>
      {least && <p className={styles.hint}>{text.least(amount(least.least, least.measure, least.unit))}</p>}
    </div>
  );
}

function Steering({ vote, refused }: { vote: Running; refused: Refused | null }) {
  const pending = vote.pending.length;
  return (
    <Form method="post" className={styles.ways}>
      <input type="hidden" name="pollId" value={vote.id} />
      <div className={styles.extend}>
        <label>
          {text.extend}
          <input type="number" name="days" min={1} max={60} defaultValue={5} />
          {text.days}
        </label>
        <Button type="submit" name="intent" value="extend" variant="default">
          {text.extend}
        </Button>
      </div>
      {pending > 0 ? (
        <>
          <Button type="button" variant="default" disabled>
            {text.close}
          </Button>
          <span>{text.pendingClose(pending)}</span>
        </>
      ) : (
        <ConfirmButton
          align="start"
          label={text.close}
          question={text.closeQuestion}
          detail={vote.over ? text.closeDetail : text.closeEarly}
          confirm={text.close}
          name="intent"
          value="close"
        />
      )}
      {refused?.fields.days && <p className={styles.error}>✘ {refused.fields.days}</p>}
    </Form>
  );
}
