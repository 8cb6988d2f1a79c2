import { Link } from "@remix-run/react";
import { formatDay, formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import { issueText as text } from "#app/text/issues.ts";
import { meetingStates } from "#app/text/terms.ts";
import styles from "./issue.module.css";
import { Section } from "./page-header.tsx";

export type IssueMeeting = {
  code: string;
  title: string;
  startsAt: Date;
  state: MeetingState;
  outcome: keyof typeof text.outcomes | null;
  conclusion: string;
  reason: string;
};
export type HistoryLine = { seq: number; at: Date; by: string; words: string; reason: string };

/** The meetings that had the issue on their agenda, and every act on it, latest first. */
export function IssueHistory({ meetings, history }: { meetings: IssueMeeting[]; history: HistoryLine[] }) {
  return (
    <>
      <Section title={text.meetingsHeading}>
        {meetings.length === 0 && <p className={styles.empty}>{text.meetingsNone}</p>}
        <ul className={styles.timeline}>
          {meetings.map((meeting) => (
            <li key={meeting.code}>
              <span className={styles.when}>{formatShortDay(dayOf(meeting.startsAt))}</span>
              <div>
                <p>
                  <Link to={`/desk/meetings/${meeting.code}`}>{meeting.title}</Link>：{outcomeOf(meeting)}
                </p>
                {meeting.conclusion && <p>{meeting.conclusion}</p>}
                {meeting.reason && <p className={styles.reason}>{`${text.reason}：${meeting.reason}`}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.historyHeading}>
        <ol className={styles.timeline}>
          {history.map((line) => (
            <li key={line.seq}>
              <time className={styles.when} dateTime={line.at.toISOString()}>
                {formatDay(dayOf(line.at))} {clockOf(line.at)}
              </time>
              <div>
                <p>
                  {line.words} <span className={styles.reason}>{line.by}</span>
                </p>
                {line.reason && <p className={styles.reason}>{`${text.reason}：${line.reason}`}</p>}
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function outcomeOf({ outcome, state }: IssueMeeting): string {
  if (outcome) return text.outcomes[outcome];
  if (state === "cancelled") return meetingStates.cancelled;
  return state === "closed" ? text.noOutcome : text.onAgenda;
}
