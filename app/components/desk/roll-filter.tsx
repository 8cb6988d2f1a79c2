import { Button, TextInput } from "@mantine/core";
import { Form, Link, useSubmit } from "@remix-run/react";
import { useRef } from "react";
import { peopleText as text } from "#app/text/people.ts";
import styles from "./roll.module.css";
import { type ListView, listPath } from "./roll-table.tsx";

type Props = {
  seats: { seat: string; count: number }[];
  total: number;
  view: ListView;
  /** How many match, when something is asked for. */
  matching: number | null;
};

const PAUSE = 250;

/** Search as one types (a plain form without scripts), and the roll's seats as ways to narrow it. */
export function RollFilter({ seats, total, view, matching }: Props) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const searchLater = (form: HTMLFormElement | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form && submit(form, { replace: true }), PAUSE);
  };
  return (
    <div className={styles.filter}>
      <Form method="get" action="/desk/people" className={styles.search} role="search">
        {view.seat !== null && <input type="hidden" name="seat" value={view.seat} />}
        <TextInput
          className={styles.searchField}
          name="q"
          type="search"
          aria-label={text.search}
          placeholder={text.searchHint}
          defaultValue={view.search}
          key={view.seat ?? ""}
          onChange={(event) => searchLater(event.currentTarget.form)}
        />
        <Button type="submit" variant="default">
          {text.searchButton}
        </Button>
        {matching !== null && <span className={styles.matching}>{text.matching(matching)}</span>}
      </Form>
      <ul className={styles.seats} aria-label={text.seatFilter}>
        <SeatChip to={listPath({ ...view, seat: null })} here={view.seat === null} name={text.allSeats} count={total} />
        {seats.map(({ seat, count }) => (
          <SeatChip
            key={seat}
            to={listPath({ ...view, seat })}
            here={view.seat === seat}
            name={seat || text.noSeat}
            count={count}
          />
        ))}
      </ul>
    </div>
  );
}

function SeatChip({ to, here, name, count }: { to: string; here: boolean; name: string; count: number }) {
  return (
    <li>
      <Link className={styles.seat} to={to} aria-current={here ? "true" : undefined} preventScrollReset>
        {name} <span className={styles.seatCount}>{count}</span>
      </Link>
    </li>
  );
}
