import { memo } from "react";
import { proxyText } from "#app/text/proxy.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./attendance.module.css";
import type { AttendeeView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

type Props = { person: AttendeeView; writable: boolean };

/** One person on the roll with their tick; it turns at once, and back with a reason if it is refused. */
export const AttendeeRow = memo(function AttendeeRow({ person, writable }: Props) {
  const act = useAct("attend", (values) => values.personId === person.personId);
  const sent = act.sending?.get("present");
  const present = sent ? sent === "yes" : person.present;
  const { name, seat, unit, via, votingRight, holder } = person;
  // Whoever is only represented is absent already: the tick of somebody who comes after all is a button of its own.
  const represented = via === "proxy";
  return (
    <li className={`${styles.person} ${present ? styles.here : ""}`}>
      <act.Form method="post" className={styles.tickForm}>
        <input type="hidden" name="intent" value="attend" />
        <input type="hidden" name="personId" value={person.personId} />
        <input type="hidden" name="present" value={present ? "no" : "yes"} />
        <button
          type="submit"
          aria-pressed={present}
          aria-label={text.attendance.mark(name)}
          className={styles.tick}
          disabled={!writable || represented}
          title={represented ? proxyText.represented(name, holder ?? "") : undefined}
        >
          <span className={styles.box} aria-hidden="true">
            {present ? "✔" : ""}
          </span>
          {name}
        </button>
        <span className={styles.about}>
          {[seat, unit].filter(Boolean).join(" · ")}
          {!votingRight && ` · ${text.attendance.noVote}`}
          {present && via && via !== "desk" && ` · ${text.attendance.via[via]}`}
          {holder && ` · ${proxyText.heldBy(holder)}`}
        </span>
      </act.Form>
      {writable && represented && <CameAfterAll person={person} />}
      {writable && person.hasPhone && <Rebind person={person} />}
      <RefusalLine refused={act.refused} />
    </li>
  );
}, sameRow);

/** A room of hundreds is read again with every change; only the rows that changed are drawn. */
function sameRow(a: Props, b: Props): boolean {
  return a.writable === b.writable && JSON.stringify(a.person) === JSON.stringify(b.person);
}

function Rebind({ person }: { person: AttendeeView }) {
  const act = useAct("rebind", (values) => values.personId === person.personId);
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="rebind" />
      <input type="hidden" name="personId" value={person.personId} />
      <button type="submit" className={styles.plain} title={text.attendance.rebindHint} disabled={act.busy}>
        {text.attendance.rebind}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** Somebody who authorised another, and came: ticked present, which ends the authority. */
function CameAfterAll({ person: { personId, name, holder } }: { person: AttendeeView }) {
  const act = useAct("attend", (values) => values.personId === personId);
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="attend" />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="present" value="yes" />
      <button
        type="submit"
        className={styles.plain}
        title={proxyText.inPersonHint(name, holder ?? "")}
        disabled={act.busy}
      >
        {proxyText.inPerson}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
