import { Link } from "@remix-run/react";
import { peopleText } from "#app/text/people.ts";
import { rollText as text } from "#app/text/rolls.ts";
import filter from "./list-filter.module.css";
import { FilterChip, FilterChips, Found, ListSearch } from "./list-filter.tsx";
import styles from "./roll.module.css";
import { withRoll } from "./roll-path.ts";
import type { RollChoice } from "./roll-tabs.tsx";

type Named = { id: string | null; name: string };
export type CopyView = {
  target: Named;
  sources: readonly RollChoice[];
  search: string;
  seat: string | null;
  seats: readonly { seat: string; count: number }[];
  total: number;
  matching: number;
};

/** From which roll people are chosen, and the ways to find them there: words and seats. */
export function CopySource({ page, source }: { page: CopyView; source: Named }) {
  const { target, sources, search, seat, seats, total, matching } = page;
  const to = (from: string | null, more: Record<string, string> = {}) =>
    withRoll("/desk/people/copy", target.id, { from: from ?? "", ...more });
  const words: Record<string, string> = search ? { q: search } : {};
  return (
    <>
      <nav className={styles.rolls} aria-label={text.from}>
        {sources.map(({ id, name, people }) => (
          <Link key={id ?? ""} to={to(id)} aria-current={id === source.id ? "page" : undefined}>
            {name} <span className={styles.count}>{people}</span>
          </Link>
        ))}
      </nav>
      {total > 0 && (
        <div className={filter.filter}>
          <ListSearch
            action="/desk/people/copy"
            words={peopleText}
            value={search}
            kept={{ roll: target.id, from: source.id ?? "", seat }}
          >
            <Found>{(search !== "" || seat !== null) && peopleText.matching(matching)}</Found>
          </ListSearch>
          <FilterChips label={peopleText.seatFilter}>
            <FilterChip to={to(source.id, words)} here={seat === null} name={peopleText.allSeats} count={total} />
            {seats.map((each) => (
              <FilterChip
                key={each.seat}
                to={to(source.id, { ...words, seat: each.seat })}
                here={seat === each.seat}
                name={each.seat || peopleText.noSeat}
                count={each.count}
              />
            ))}
          </FilterChips>
        </div>
      )}
    </>
  );
}
