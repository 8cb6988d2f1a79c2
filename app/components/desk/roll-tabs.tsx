import { Link } from "@remix-run/react";
import { rollText as text } from "#app/text/rolls.ts";
import styles from "./roll.module.css";
import { listPath } from "./roll-table.tsx";

export type RollChoice = { id: string | null; name: string; kind: "people" | "owners"; people: number };

type Props = {
  rolls: readonly RollChoice[];
  /** The roll in view; `null` is the community's own. */
  here: string | null;
  /** What is looked for: it is looked for on the other roll too. */
  search?: string;
};

/** The community's rolls side by side, as links; with one roll only the way to make another. */
export function RollTabs({ rolls, here, search = "" }: Props) {
  return (
    <nav className={styles.rolls} aria-label={text.tabs}>
      {rolls.length > 1 &&
        rolls.map(({ id, name, people }) => (
          <Link
            key={id ?? ""}
            to={listPath({ roll: id, search, seat: null })}
            aria-current={id === here ? "page" : undefined}
          >
            {name} <span className={styles.count}>{people}</span>
          </Link>
        ))}
      <Link className={styles.manage} to="/desk/people/rolls">
        {rolls.length > 1 ? text.manage : text.newRoll}
      </Link>
    </nav>
  );
}
