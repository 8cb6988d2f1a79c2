import { Button, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { TYPING_PAUSE, useSubmitLater } from "#app/components/desk/list-filter.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import { buildingName } from "#app/domain/owners/place.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import styles from "./owners.module.css";

const { running: text } = ownersVoteText;

export type WaitingOwner = { personId: string; name: string; area: number; units: string[]; count: number };
type Asked = { code: string; search: string; building: string | null };

/** The page's address with these conditions. */
export function voteAddress({ code, search, building }: Asked, page = 1, owner: string | null = null): string {
  const params = new URLSearchParams();
  if (search) params.set("q", search);
  if (building !== null) params.set("building", building);
  if (page > 1) params.set("page", String(page));
  if (owner) params.set("owner", owner);
  const query = params.toString();
  return `/desk/meetings/${code}/owners-vote${query ? `?${query}` : ""}`;
}

export const unitsWords = ({ units, count }: Pick<WaitingOwner, "units" | "count">): string =>
  count > units.length ? `${units.join("、")} 等 ${count} 套` : units.join("、");

type Props = { asked: Asked; waiting: { count: number; page: number; pages: number; owners: WaitingOwner[] } };

/** Who has not voted yet, found by name or unit, with the way to their signed paper. */
export function VoteWaiting({ asked, waiting }: Props) {
  const { waitingHead: head } = text;
  return (
    <>
      <Search asked={asked} count={waiting.count} />
      {waiting.count === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <DataTable
          caption={text.waiting}
          head={[
            head.name,
            head.units,
            <span key="area" className={styles.right}>
              {head.area}
            </span>,
            head.act,
          ]}
        >
          {waiting.owners.map((owner) => (
            <tr key={owner.personId}>
              <td>{owner.name}</td>
              <td>{unitsWords(owner)}</td>
              <td className={styles.right}>{formatArea(owner.area)}</td>
              <td className={styles.name}>
                <Link
                  to={`${voteAddress(asked, waiting.page, owner.personId)}#paper`}
                  aria-label={`${text.enter}：${owner.name}`}
                >
                  {text.enter}
                </Link>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <Pager page={waiting.page} pages={waiting.pages} to={(page) => voteAddress(asked, page)} />
    </>
  );
}

function Search({ asked, count }: { asked: Asked; count: number }) {
  const submitLater = useSubmitLater();
  return (
    <Form
      method="get"
      action={voteAddress({ ...asked, search: "", building: null })}
      className={styles.search}
      role="search"
    >
      {asked.building !== null && <input type="hidden" name="building" value={asked.building} />}
      <TextInput
        className={styles.searchField}
        name="q"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        defaultValue={asked.search}
        key={asked.building}
        onChange={(event) => submitLater(event.currentTarget.form, TYPING_PAUSE)}
      />
      <Button type="submit" variant="default">
        {text.searchButton}
      </Button>
      {asked.building !== null && (
        <Button component={Link} to={voteAddress({ ...asked, building: null })} variant="default">
          {`${buildingName(asked.building)} ✕`}
        </Button>
      )}
      <span className={styles.muted}>{text.found(count)}</span>
    </Form>
  );
}
