import { useState } from "react";
import type { CountMethod } from "#app/domain/poll/count.ts";
import { roomText } from "#app/text/room.ts";
import attendance from "./attendance.module.css";
import sheet from "./count.module.css";
import styles from "./poll.module.css";
import type { AttendeeView, PollView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const text = roomText.poll.papers;

/** More names than this are found by typing. */
const SHOWN = 60;

/** Who took a paper: a tick spends the person's one credential, so that the phone cannot vote as well. */
export function PaperList({ poll, people }: { poll: PollView; people: AttendeeView[] }) {
  const [wanted, setWanted] = useState("");
  const begun = (method: CountMethod) => poll.counts.some((count) => count.method === method && count.state !== "none");
  const counting = begun("paper");
  // A paper ticked by mistake may still be taken back while hands are counted.
  const noMore = begun("hands");
  const holders = new Set(poll.papers);
  const words = wanted.trim().toLowerCase();
  const here = people.filter((person) => person.votingRight && person.present);
  const found = here.filter(({ name, unit }) => `${name} ${unit}`.toLowerCase().includes(words));
  return (
    <details className={sheet.papers}>
      <summary className={sheet.paperTitle}>
        {text.title} · {text.issued(poll.papers.length)}
      </summary>
      <p className={styles.note}>{counting ? text.counting : noMore ? text.handsCounting : text.hint}</p>
      <input
        type="search"
        className={sheet.paperSearch}
        aria-label={text.searchLabel}
        placeholder={text.search}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <section className={sheet.paperPeople} tabIndex={counting ? 0 : -1} aria-label={text.title}>
        <ul>
          {found.slice(0, SHOWN).map((person) => (
            <PaperRow
              key={person.personId}
              pollId={poll.id}
              person={person}
              issued={holders.has(person.personId)}
              writable={!counting && (!noMore || holders.has(person.personId))}
            />
          ))}
          {found.length > SHOWN && <li className={styles.note}>{text.more(found.length - SHOWN)}</li>}
          {found.length === 0 && <li className={styles.note}>{text.nobody}</li>}
        </ul>
      </section>
    </details>
  );
}

type RowProps = { pollId: string; person: AttendeeView; issued: boolean; writable: boolean };

function PaperRow({ pollId, person, issued, writable }: RowProps) {
  const act = useAct("issue-paper", (values) => values.personId === person.personId);
  const sent = act.sending?.get("issued");
  const ticked = sent ? sent === "yes" : issued;
  return (
    <li className={`${attendance.person} ${ticked ? attendance.here : ""}`}>
      <act.Form method="post" className={attendance.tickForm}>
        <input type="hidden" name="intent" value="issue-paper" />
        <input type="hidden" name="pollId" value={pollId} />
        <input type="hidden" name="personId" value={person.personId} />
        <input type="hidden" name="issued" value={ticked ? "no" : "yes"} />
        <button
          type="submit"
          className={attendance.tick}
          aria-pressed={ticked}
          aria-label={text.mark(person.name)}
          disabled={!writable}
        >
          <span className={attendance.box} aria-hidden="true">
            {ticked ? "✔" : ""}
          </span>
          {person.name}
        </button>
        <span className={attendance.about}>{person.unit}</span>
      </act.Form>
      <RefusalLine refused={act.refused} />
    </li>
  );
}
