import { Button, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { FilterChip, FilterChips, TYPING_PAUSE, useSubmitLater } from "#app/components/desk/list-filter.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import { buildingName } from "#app/domain/owners/place.ts";
import { ownersText as text } from "#app/text/owners.ts";
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
              <td>{unitsLine(owner)}</td>
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

export function unitsLine({ units, count }: Pick<OwnerLine, "units" | "count">): string {
  const named = units.map(({ place }) => place).join("、");
  return count > units.length ? `${named} 等 ${count} 套` : named;
}

function OwnerSearch({ asked, matching }: { asked: OwnersAsked; matching: number | null }) {
  const submitLater = useSubmitLater();
  return (
    <Form method="get" action={`/desk/people/owners/${asked.roll}`} className={styles.search} role="search">
      {asked.building !== null && <input type="hidden" name="building" value={asked.building} />}
      {asked.several && <input type="hidden" name="several" value="1" />}
      <TextInput
        className={styles.searchField}
        name="q"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        defaultValue={asked.search}
        key={`${asked.building} ${asked.several}`}
        onChange={(event) => submitLater(event.currentTarget.form, TYPING_PAUSE)}
      />
      <Button type="submit" variant="default">
        {text.searchButton}
      </Button>
      {asked.building !== null && (
        <Button component={Link} to={addressOf({ ...asked, building: null })} variant="default">
          {`${buildingName(asked.building)} ✕`}
        </Button>
      )}
      {matching !== null && <span className={styles.muted}>{text.matching(matching)}</span>}
    </Form>
  );
}
