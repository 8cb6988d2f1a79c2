import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { Found, ListSearch } from "#app/components/desk/list-filter.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { formatArea } from "#app/domain/owners/area.ts";
import { unitsWords } from "#app/text/owners.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import { WholeEstate } from "./owner-list.tsx";
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
  const action = voteAddress({ ...asked, search: "", building: null });
  return (
    <div className={styles.search}>
      <ListSearch action={action} words={text} value={asked.search} kept={{ building: asked.building }}>
        {asked.building !== null && (
          <WholeEstate building={asked.building} to={voteAddress({ ...asked, building: null })} />
        )}
        <Found>{text.found(count)}</Found>
      </ListSearch>
    </div>
  );
}
