import { Button, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { peopleText } from "#app/text/people.ts";
import { rollText as text } from "#app/text/rolls.ts";
import filter from "./list-filter.module.css";
import { FilterChip, FilterChips, TYPING_PAUSE, useSubmitLater } from "./list-filter.tsx";
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
  const submitLater = useSubmitLater();
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
          <Form method="get" className={filter.search} role="search">
            {target.id !== null && <input type="hidden" name="roll" value={target.id} />}
            <input type="hidden" name="from" value={source.id ?? ""} />
            {seat !== null && <input type="hidden" name="seat" value={seat} />}
            <TextInput
              className={filter.searchField}
              name="q"
              type="search"
              aria-label={peopleText.search}
              placeholder={peopleText.searchHint}
              defaultValue={search}
              key={`${source.id} ${seat}`}
              onChange={(event) => submitLater(event.currentTarget.form, TYPING_PAUSE)}
            />
            <Button type="submit" variant="default">
              {peopleText.searchButton}
            </Button>
            {(search !== "" || seat !== null) && <span className={filter.found}>{peopleText.matching(matching)}</span>}
          </Form>
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
