import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { peopleText } from "#app/text/people.ts";
import { rollText as text } from "#app/text/rolls.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./roll.module.css";

type Candidate = { id: string; name: string; seat: string; unit: string; votingRight: boolean; there: boolean };
type Props = { page: { people: readonly Candidate[]; matching: number; missing: number } };

/** The people of the other roll to tick; those who are on this one already cannot be ticked again. A plain form. */
export function CopyPeople({ page: { people, matching, missing } }: Props) {
  const intent = useNavigation().formData?.get("intent");
  const { name, seat, unit, votingRight } = peopleText.fields;
  return (
    <Form method="post">
      <DataTable caption={text.copyTitle} head={[text.choose, name, seat, unit, votingRight]}>
        {people.map((person) => (
          <tr key={person.id} className={person.there ? styles.no : undefined}>
            <td className={styles.tick}>
              {person.there ? (
                text.alreadyThere
              ) : (
                <input
                  type="checkbox"
                  name="person"
                  value={person.id}
                  id={`person-${person.id}`}
                  aria-label={text.chooseOf(person.name)}
                />
              )}
            </td>
            <td className={styles.pick}>
              {person.there ? person.name : <label htmlFor={`person-${person.id}`}>{person.name}</label>}
            </td>
            <td>{person.seat}</td>
            <td>{person.unit}</td>
            <td>{person.votingRight ? `✔ ${peopleText.has}` : peopleText.hasNot}</td>
          </tr>
        ))}
      </DataTable>
      {matching > people.length && <p className={styles.was}>{text.more(matching - people.length)}</p>}
      <div className={styles.confirmBar}>
        {missing === 0 ? (
          <span>{text.allThere}</span>
        ) : (
          <>
            <Button type="submit" name="intent" value="ticked" loading={intent === "ticked"}>
              {text.copyTicked}
            </Button>
            <Button type="submit" name="intent" value="all" variant="default" loading={intent === "all"}>
              {text.copyAll(missing)}
            </Button>
          </>
        )}
      </div>
    </Form>
  );
}
