import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { FilterChip, FilterChips, Found, ListSearch } from "#app/components/desk/list-filter.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import { buildingName } from "#app/domain/owners/place.ts";
import { ownersText as text, unitsWords } from "#app/text/owners.ts";
import { addressOf, type OwnersAsked } from "./address.ts";
import styles from "./owners.module.css";

/** One owner as listed; `count` units, of which the first are named. */
export type OwnerLine = {
  id: string;
  name: string;
  phone: string;
  units: { id: string; place: string; area: number }[];
  count: number;
  area: number;
};

type Props = {
  asked: OwnersAsked;
  owners: OwnerLine[];
  matching: number;
  several: number;
  total: number;
  page: number;
  pages: number;
};

/** The owners that are looked for, found by words, building, or having several units. */
export function OwnerList({ asked, owners, matching, several, total, page, pages }: Props) {
  const { columns } = text;
  const filtered = asked.search !== "" || asked.building !== null || asked.several;
  return (
    <>
      <OwnerSearch asked={asked} matching={filtered ? matching : null} />
      <FilterChips label={text.ownersTitle}>
        <FilterChip
          to={addressOf({ ...asked, several: false })}
          here={!asked.several}
          name={text.allBuildings}
          count={total}
        />
        <FilterChip
          to={addressOf({ ...asked, several: true })}
          here={asked.several}
          name={text.severalChip}
          count={several}
        />
      </FilterChips>
      {matching === 0 ? (
        <EmptyState title={text.nobody} hint={text.nobodyHint}>
          <Button component={Link} to={addressOf({ roll: asked.roll })} variant="default">
            {text.clear}
          </Button>
        </EmptyState>
      ) : (
        <DataTable
          caption={text.ownersTitle}
          head={[
            columns.name,
            columns.units,
            <span key="area" className={styles.right}>
              {columns.area}
            </span>,
            columns.phone,
            columns.act,
          ]}
        >
          {owners.map((owner) => (
            <tr key={owner.id}>
              <td>{owner.name}</td>
              <td>{unitsWords(owner)}</td>
              <td className={styles.right}>{formatArea(owner.area)}</td>
              <td className={styles.name}>{owner.phone}</td>
              <td className={styles.name}>
                <Link
                  to={`${addressOf({ ...asked, owner: owner.id }, page)}#owner`}
                  aria-label={`${text.edit}：${owner.name}`}
                >
                  {text.edit}
                </Link>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <Pager page={page} pages={pages} to={(at) => addressOf(asked, at)} />
    </>
  );
}

function OwnerSearch({ asked, matching }: { asked: OwnersAsked; matching: number | null }) {
  const kept = { building: asked.building, several: asked.several ? "1" : null };
  return (
    <div className={styles.search}>
      <ListSearch action={`/desk/people/owners/${asked.roll}`} words={text} value={asked.search} kept={kept}>
        {asked.building !== null && (
          <WholeEstate building={asked.building} to={addressOf({ ...asked, building: null })} />
        )}
        <Found>{matching !== null && text.matching(matching)}</Found>
      </ListSearch>
    </div>
  );
}

/** The building that is looked at, and the way back to all. */
export const WholeEstate = ({ building, to }: { building: string; to: string }) => (
  <Button component={Link} to={to} variant="default">
    {`${buildingName(building)} ✕`}
  </Button>
);
