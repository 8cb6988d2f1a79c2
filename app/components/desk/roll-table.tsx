import { Link } from "@remix-run/react";
import { peopleText as text } from "#app/text/people.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./roll.module.css";
import { withRoll } from "./roll-path.ts";

export type RollRow = { id: string; name: string; seat: string; unit: string; phone: string; votingRight: boolean };

/** The roll as a table; each name leads to the person's form. */
export function RollTable({ people }: { people: RollRow[] }) {
  const { name, seat, unit, phone, votingRight } = text.fields;
  return (
    <DataTable caption={text.title} head={[name, seat, unit, phone, votingRight]}>
      {people.map((person) => (
        <tr key={person.id}>
          <td className={styles.name}>
            <Link to={`/desk/people/${person.id}`} title={text.edit}>
              {person.name}
            </Link>
          </td>
          <td>{person.seat}</td>
          <td>{person.unit}</td>
          <td className={styles.phone}>{person.phone}</td>
          <td className={person.votingRight ? undefined : styles.no}>{votingWords(person.votingRight)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

const votingWords = (right: boolean) => (right ? `✔ ${text.has}` : text.hasNot);

/** `roll`: which one; `null` is the community's own. */
export type ListView = { roll: string | null; search: string; seat: string | null };

/** The list's address with these conditions. */
export function listPath({ roll, search, seat }: ListView, page = 1): string {
  return withRoll("/desk/people", roll, {
    ...(search && { q: search }),
    ...(seat !== null && { seat }),
    ...(page > 1 && { page: String(page) }),
  });
}
