import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import { amount } from "#app/text/rules.ts";
import styles from "./meeting.module.css";
import { withRoll } from "./roll-path.ts";

type Props = {
  meeting: { chair: string; recorder: string; code: string; state: MeetingState };
  /** Whose people are called, by which name; `area` in 0.01 m², null where heads alone count. */
  roll: {
    id: string | null;
    name: string;
    area: number | null;
    people: number;
    due: number;
    present: number;
    needed: number;
    basis: "present" | "votes" | "area";
  };
};

/** Who leads and records, how many must come, and the code for the phones. */
export function MeetingFacts({ meeting, roll }: Props) {
  const facts: [string, ReactNode][] = [
    [text.fields.chair, meeting.chair || <span className={styles.empty}>{text.notFilled}</span>],
    [text.fields.recorder, meeting.recorder || <span className={styles.empty}>{text.notFilled}</span>],
    [
      text.rollFact,
      <span key="roll">
        {text.rollWords(roll.due, roll.people)}
        {roll.area !== null && (
          <>
            <br />
            {amount(roll.area, "area", "")}
          </>
        )}
        <br />
        <Link to={withRoll("/desk/people", roll.id)}>{roll.name}</Link>
      </span>,
    ],
    [text.needed, text.neededWords(roll.needed, roll.basis)],
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
