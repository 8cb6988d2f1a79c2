import { peopleText as text } from "#app/text/people.ts";
import styles from "./list-filter.module.css";
import { FilterChip, FilterChips, Found, ListSearch } from "./list-filter.tsx";
import { type ListView, listPath } from "./roll-table.tsx";

type Props = {
  seats: { seat: string; count: number }[];
  total: number;
  view: ListView;
  /** How many match, when something is asked for. */
  matching: number | null;
};

/** Search as one types (a plain form without scripts), and the roll's seats as ways to narrow it. */
export function RollFilter({ seats, total, view, matching }: Props) {
  return (
    <div className={styles.filter}>
      <ListSearch action="/desk/people" words={text} value={view.search} kept={{ roll: view.roll, seat: view.seat }}>
        <Found>{matching !== null && text.matching(matching)}</Found>
      </ListSearch>
      <FilterChips label={text.seatFilter}>
        <FilterChip
          to={listPath({ ...view, seat: null })}
          here={view.seat === null}
          name={text.allSeats}
          count={total}
        />
        {seats.map(({ seat, count }) => (
          <FilterChip
            key={seat}
            to={listPath({ ...view, seat })}
            here={view.seat === seat}
            name={seat || text.noSeat}
            count={count}
          />
        ))}
      </FilterChips>
    </div>
  );
}
