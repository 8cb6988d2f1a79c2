import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import type { BuildingParticipation, Participation } from "#app/domain/owners/participation.ts";
import { buildingName } from "#app/domain/owners/place.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import styles from "./owners.module.css";

const { running: text } = ownersVoteText;

type Props = {
  buildings: readonly BuildingParticipation[];
  all: Participation;
  /** Where those of a building who have not voted are listed; without it buildings are no links. */
  to?: (building: string) => string;
};

/** 逐栋: who has voted and who has not, building by building. */
export function VoteBuildings({ buildings, all, to }: Props) {
  const { head } = text;
  const right = (word: string) => <span className={styles.right}>{word}</span>;
  return (
    <DataTable
      caption={text.buildings}
      head={[head.building, ...[head.owners, head.voted, head.left, head.area, head.votedArea].map(right)]}
    >
      {buildings.map(({ building, ...sum }) => (
        <tr key={building}>
          <td>{to ? <Link to={to(building)}>{buildingName(building)}</Link> : buildingName(building)}</td>
          <Cells sum={sum} />
        </tr>
      ))}
      <tr className={styles.total}>
        <td>{text.all}</td>
        <Cells sum={all} />
      </tr>
    </DataTable>
  );
}

function Cells({ sum: { owners, voted, area, votedArea } }: { sum: Participation }) {
  const cells = { owners, voted, left: owners - voted, area: formatArea(area), votedArea: formatArea(votedArea) };
  return Object.entries(cells).map(([name, figure]) => (
    <td key={name} className={styles.right}>
      {figure}
    </td>
  ));
}
