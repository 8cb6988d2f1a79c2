import { Link } from "@remix-run/react";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { isOver, type MeetingState } from "#app/domain/meeting/states.ts";
import { dayWords } from "#app/text/desk.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./meeting.module.css";
import { TrialRunStart } from "./trial-run-start.tsx";

export type MeetingRow = {
  id: string;
  code: string;
  title: string;
  startsAt: Date;
  place: string;
  state: MeetingState;
  issues: number;
  decided: number;
  due: number;
  present: number;
};

/** Meetings as a list; those to come say their day as one would say it. `today`: "YYYY-MM-DD". */
export function MeetingTable({ caption, meetings, today }: { caption: string; meetings: MeetingRow[]; today: string }) {
  return (
    <div className={styles.meetings}>
      <DataTable caption={caption} head={text.columns}>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <td className={styles.when}>
              {whenOf(meeting, today)}
              <br />
              {clockOf(meeting.startsAt)}
            </td>
            <td className={styles.titleCell}>
              <Link to={`/desk/meetings/${meeting.code}`} prefetch="intent">
                {meeting.title}
              </Link>
              <span className={styles.narrow}>
                {meeting.place} · {issuesOf(meeting)}
              </span>
            </td>
            <td>{meeting.place}</td>
            <td className={styles.nowrap}>{issuesOf(meeting)}</td>
            <td className={styles.nowrap}>{presentOf(meeting)}</td>
            <td className={meeting.state === "open" ? styles.running : styles.nowrap}>
              {meeting.state === "open" && <span aria-hidden="true">● </span>}
              {text.states[meeting.state]}
              {meeting.state === "planned" && <TrialRunStart code={meeting.code} />}
            </td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}

function whenOf({ startsAt, state }: MeetingRow, today: string): string {
  const day = dayOf(startsAt);
  const words = isOver(state) ? formatShortDay(day) : dayWords(day, today);
  const short = formatShortDay(day).replace(/\(.*/, "");
  return words.startsWith(short) ? words : `${words} ${short}`;
}

const issuesOf = ({ state, issues, decided }: MeetingRow): string =>
  state === "planned" || state === "cancelled" ? text.issueCount(issues) : text.decidedCount(decided, issues);

function presentOf({ state, due, present }: MeetingRow): string {
  if (state === "cancelled") return "";
  return state === "planned" ? text.due(due) : text.present(present, due);
}
