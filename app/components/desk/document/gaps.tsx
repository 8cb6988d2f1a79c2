import { Link } from "@remix-run/react";
import { documentPageText as text } from "#app/text/document-page.ts";
import styles from "./gaps.module.css";

/** Where a part is entered; `past` where it no longer can be. */
export type EnteredIn = keyof typeof text.places | "past";
export type Paper = {
  genre: keyof typeof text.about;
  name: string;
  public: boolean;
  ready: boolean;
  gaps: { part: string; enteredIn: EnteredIn }[];
};

/**
 * The way to where each kind of part is entered. A way is an address, an address with other words than the usual ones, or null where the part
 * comes of itself with the meeting.
 */
export type Ways = Record<Exclude<EnteredIn, "past">, string | { to: string; words: string } | null>;

/** Briefly told, a group names so many parts. */
const FEW = 2;

/** What the paper still lacks, each group with the way to where it is entered. */
export function Gaps({ gaps, ways, brief = false }: { gaps: Paper["gaps"]; ways: Ways; brief?: boolean }) {
  const groups = new Map<EnteredIn, string[]>();
  for (const { part, enteredIn } of gaps) groups.set(enteredIn, [...(groups.get(enteredIn) ?? []), part]);
  const later = [...groups.keys()].every((enteredIn) => wayTo(ways, enteredIn) === null);
  return (
    <div className={later ? styles.later : styles.gaps}>
      {!later && (
        <p className={brief ? styles.later : undefined}>
          {!brief && <span aria-hidden="true">✘ </span>}
          {text.notReady}：
        </p>
      )}
      <ul>
        {[...groups].map(([enteredIn, parts]) => (
          <li key={enteredIn}>
            <Line
              parts={brief ? shortened(parts) : parts.join("、")}
              way={wayTo(ways, enteredIn)}
              enteredIn={enteredIn}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Way = Ways[keyof Ways];
const wayTo = (ways: Ways, enteredIn: EnteredIn): Way => (enteredIn === "past" ? null : ways[enteredIn]);

function Line({ parts, way, enteredIn }: { parts: string; way: Way; enteredIn: EnteredIn }) {
  if (enteredIn === "past") return <span className={styles.later}>{parts}</span>;
  if (way === null) return <span className={styles.later}>{text.afterMeeting(parts)}</span>;
  const { to, words } = typeof way === "string" ? { to: way, words: text.places[enteredIn] } : way;
  return (
    <>
      {`${parts} `}
      <Link to={to}>{words}</Link>
    </>
  );
}

const shortened = (parts: readonly string[]): string =>
  parts.length > FEW + 1 ? text.andMore(parts.slice(0, FEW).join("、"), parts.length) : parts.join("、");
