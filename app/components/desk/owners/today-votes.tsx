import { Link } from "@remix-run/react";
import { Section } from "#app/components/desk/page-header.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import type { Need } from "#app/domain/rule/needed.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import styles from "./vote.module.css";
import { lacking } from "./vote-running.tsx";

const { today: text, running } = ownersVoteText;

export type TodayVote = {
  code: string;
  title: string;
  question: string;
  endsAt: Date | null;
  over: boolean;
  daysLeft: number | null;
  needs: readonly Need[];
};

/** Votes of the owners that run: how long still, and what taking part still lacks. */
export function TodayVotes({ votes }: { votes: readonly TodayVote[] }) {
  if (votes.length === 0) return null;
  return (
    <Section title={ownersVoteText.title}>
      {votes.map((vote) => (
        <Vote key={vote.code} vote={vote} />
      ))}
    </Section>
  );
}

function Vote({ vote: { code, title, question, endsAt, over, daysLeft, needs } }: { vote: TodayVote }) {
  const lacks = lacking(needs);
  const left = over ? text.over : daysLeft === null ? "" : text.left(daysLeft);
  return (
    <div className={styles.card}>
      <p className={styles.question}>
        <Link to={`/desk/meetings/${code}/owners-vote`}>{question}</Link>
      </p>
      <p className={lacks ? styles.lacks : styles.enough}>
        {[left, lacks ? running.lacks(lacks) : `✔ ${text.enough}`].filter(Boolean).join("，")}
      </p>
      <p className={styles.hint}>
        {title}
        {endsAt && `　${running.ends(formatDateTime(endsAt))}`}
      </p>
    </div>
  );
}
