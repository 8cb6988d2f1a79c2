import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import { buildingName } from "#app/domain/owners/place.ts";
import type { BuildingTotals, Totals } from "#app/domain/owners/totals.ts";
import { ownersText as text } from "#app/text/owners.ts";
import styles from "./owners.module.css";

/** 人 · 套 · ㎡, large. */
export function OwnersFigures({ totals, small }: { totals: Totals; small?: boolean }) {
  const { totals: words } = text;
  const figures = [
    [words.owners, words.people(totals.owners)],
    [words.units, words.count(totals.units)],
    [words.area, words.metres(formatArea(totals.area))],
  ];
  return (
    <dl className={`${styles.figures} ${small ? styles.small : ""}`}>
      {figures.map(([label, figure]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

type Props = {
  buildings: readonly BuildingTotals[];
  totals: Totals;
  /** Where a building's owners are listed; without it buildings are no links. */
  to?: (building: string) => string;
};

/** Building by building, to be held against the register; the last line is the whole. */
export function BuildingsTable({ buildings, totals, to }: Props) {
  const { totals: words } = text;
  const cells = ({ units, owners, area }: Totals) =>
    [String(units), String(owners), formatArea(area)].map((figure, index) => (
      <td key={["units", "owners", "area"][index]} className={styles.right}>
        {figure}
      </td>
    ));
  const right = (word: string) => <span className={styles.right}>{word}</span>;
  return (
    <DataTable
      caption={text.import.byBuilding}
      head={[text.import.building, right(words.units), right(words.owners), right(`${words.area}（㎡）`)]}
    >
      {buildings.map(({ building, ...of }) => (
        <tr key={building}>
          <td>{to ? <Link to={to(building)}>{buildingName(building)}</Link> : buildingName(building)}</td>
          {cells(of)}
        </tr>
      ))}
      <tr className={styles.total}>
        <td>{text.allBuildings}</td>
        {cells(totals)}
      </tr>
    </DataTable>
  );
}
