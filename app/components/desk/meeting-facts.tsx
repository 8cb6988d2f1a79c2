import type { ReactNode } from "react";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import styles from "./meeting.module.css";

type Props = {
  meeting: { chair: string; recorder: string; code: string; state: MeetingState };
  roll: { people: number; due: number; present: number; needed: number };
};

/** Who leads and records, how many must come, and the code for the phones. */
export function MeetingFacts({ meeting, roll }: Props) {
  const facts: [string, ReactNode][] = [
    [text.fields.chair, meeting.chair || <span className={styles.empty}>{text.notFilled}</span>],
    [text.fields.recorder, meeting.recorder || <span className={styles.empty}>{text.notFilled}</span>],
    [text.rollFact, text.rollWords(roll.due, roll.people)],
    [text.needed, text.neededWords(roll.needed)],
    [text.presentFact, text.presentWords(roll.present)],
    [
      text.code,
      <span key="code" className={styles.code}>
        {meeting.code}
      </span>,
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
