import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { peopleText as text } from "#app/text/people.ts";
import styles from "./list-filter.module.css";
import { FilterChip, FilterChips, TYPING_PAUSE, useSubmitLater } from "./list-filter.tsx";
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
  const submitLater = useSubmitLater();
  return (
    <div className={styles.filter}>
      <Form method="get" action="/desk/people" className={styles.search} role="search">
        {view.roll !== null && <input type="hidden" name="roll" value={view.roll} />}
        {view.seat !== null && <input type="hidden" name="seat" value={view.seat} />}
        <TextInput
          className={styles.searchField}
          name="q"
          type="search"
          aria-label={text.search}
          placeholder={text.searchHint}
          defaultValue={view.search}
          key={`${view.roll} ${view.seat}`}
          onChange={(event) => submitLater(event.currentTarget.form, TYPING_PAUSE)}
        />
        <Button type="submit" variant="default">
          {text.searchButton}
        </Button>
        {matching !== null && <span className={styles.found}>{text.matching(matching)}</span>}
      </Form>
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
