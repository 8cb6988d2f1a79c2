import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { formatArea } from "#app/domain/owners/area.ts";
import type { BuildingParticipation, Participation } from "#app/domain/owners/participation.ts";
import type { PollOutcome } from "#app/domain/poll/outcome.ts";
import type { Tally } from "#app/domain/poll/tally.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import styles from "./vote.module.css";
import { VoteBuildings } from "./vote-buildings.tsx";
import { type Asked, AskedWords } from "./vote-notice.tsx";

const { result: text } = ownersVoteText;

type Result = PollOutcome & Tally & { cast: number; area?: (Tally & { participating: number }) | undefined };
export type Closed = Asked & {
  closedAt: Date | null;
  result: Result | null;
  all: Participation;
  buildings: readonly BuildingParticipation[];
};

/** The verdict with both measures, item by item, each step as it was reckoned, and who took part in each building. */
export function VoteResult({ vote, code }: { vote: Closed; code: string }) {
  const { result } = vote;
  if (!result) return null;
  return (
    <div className={styles.card}>
      <AskedWords asked={vote} />
      <Verdict result={result} />
      <ItemsTable vote={vote} result={result} />
      <h3>{text.steps}</h3>
      <ol className={styles.steps}>
        {result.steps.map((step) => (
          <li key={step.text} className={step.met ? styles.passed : styles.failed}>
            {step.met ? "✔" : "✘"} {step.text}
          </li>
        ))}
      </ol>
      <h3>{text.participation}</h3>
      <VoteBuildings buildings={vote.buildings} all={vote.all} />
      <p className={styles.hint}>{text.publish}</p>
      <p>
        {vote.closedAt && formatDateTime(vote.closedAt)}
        {"　"}
        <Link to={`/desk/meetings/${code}/documents`}>{text.documents}</Link>
      </p>
    </div>
  );
}

function Verdict({ result: { passed, quorumMet, items } }: { result: Result }) {
  const each = items && quorumMet;
  const word = !quorumMet ? text.quorumMissed : passed ? text.passed : text.failed;
  if (each) return null;
  return (
    <p className={`${styles.verdict} ${passed ? styles.passed : styles.failed}`}>
      {passed ? "✔" : "✘"} {word}
    </p>
  );
}

/** Heads and, below them, areas: of the question, or of each item. */
function ItemsTable({ vote, result }: { vote: Asked; result: Result }) {
  const { itemHead: head } = text;
  const items = result.items ?? [
    { id: "", label: vote.question, ...figures(result), area: result.area, passed: result.passed },
  ];
  return (
    <DataTable caption={text.items} head={[head.item, head.for, head.against, head.abstain, head.verdict]}>
      {items.map(({ id, label, area, passed, ...heads }) => (
        <tr key={id}>
          <td>{label}</td>
          {(["for", "against", "abstain"] as const).map((name) => (
            <td key={name}>
              {text.people(heads[name])}
              <br />
              {area && text.metres(formatArea(area[name]))}
            </td>
          ))}
          <td className={passed && result.quorumMet ? styles.passed : styles.failed}>
            {passed && result.quorumMet ? `✔ ${text.passed}` : `✘ ${text.failed}`}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

const figures = ({ for: yes, against, abstain, invalid }: Tally) => ({ for: yes, against, abstain, invalid });
