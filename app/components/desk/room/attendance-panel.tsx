import { Link } from "@remix-run/react";
import { type ReactNode, useContext, useDeferredValue, useState } from "react";
import proxy from "#app/components/desk/proxy.module.css";
import { type Proxies, ProxyPanel } from "#app/components/desk/proxy-panel.tsx";
import { withRoll } from "#app/components/desk/roll-path.ts";
import type { QuorumLine } from "#app/domain/attendance/quorum.ts";
import { proxyText } from "#app/text/proxy.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./attendance.module.css";
import { AttendeeRow } from "./attendee-row.tsx";
import type { AttendeeView } from "./types.ts";
import { PageAnswer } from "./use-act.tsx";

type Props = { people: AttendeeView[]; quorum: QuorumLine; proxies: Proxies; rollId: string | null; writable: boolean };

/** More rows than this are found by typing a name, not by scrolling. */
const SHOWN = 120;

/** Who came: the quorum line first, then the roll with a tick for each. */
export function AttendancePanel({ people, quorum, proxies, rollId, writable }: Props) {
  const [wanted, setWanted] = useState("");
  const [absentOnly, setAbsentOnly] = useState(false);
  const [proxiesOpen, setProxiesOpen] = useState(useProxiesAsked());
  const words = useDeferredValue(wanted.trim());
  const found = people.filter((person) => matches(person, words) && !(absentOnly && person.present));
  const observers = people.filter((person) => !person.votingRight && person.present).length;
  return (
    <section className={proxiesOpen ? styles.tallPanel : styles.panel} aria-label={text.attendance.title}>
      <QuorumBlock quorum={quorum} observers={observers} />
      <details className={proxy.fold} open={proxiesOpen} onToggle={(event) => setProxiesOpen(event.currentTarget.open)}>
        <summary>{proxyText.count(proxies.lines.length)}</summary>
        <ProxyPanel proxies={proxies} people={people.filter((person) => person.votingRight)} />
      </details>
      {people.length === 0 ? (
        <div className={styles.none}>
          <p>{text.attendance.emptyRoll}</p>
          <p className={styles.quiet}>{text.attendance.emptyRollHint}</p>
          <Link to={withRoll("/desk/people/import", rollId)}>{text.opening.toRoll}</Link>
        </div>
      ) : (
        <>
          <div className={styles.search}>
            <input
              type="search"
              aria-label={text.attendance.searchLabel}
              placeholder={text.attendance.search}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
            <label className={styles.filter}>
              <input
                type="checkbox"
                checked={absentOnly}
                onChange={(event) => setAbsentOnly(event.currentTarget.checked)}
              />
              {text.attendance.absentOnly}
            </label>
          </div>
          <section className={styles.people} tabIndex={writable ? -1 : 0} aria-label={text.attendance.list}>
            <ul>
              {found.slice(0, SHOWN).map((person) => (
                <AttendeeRow key={person.personId} person={person} writable={writable} />
              ))}
              {found.length > SHOWN && <li className={styles.more}>{text.attendance.more(found.length - SHOWN)}</li>}
              {found.length === 0 && <li className={styles.more}>{text.attendance.nobody}</li>}
            </ul>
          </section>
        </>
      )}
    </section>
  );
}

/** Without scripts the page comes back as a whole: with what was refused in sight. */
function useProxiesAsked(): boolean {
  const page = useContext(PageAnswer);
  return page !== undefined && !page.ok && (page.values.intent ?? "").endsWith("-proxy");
}

function matches({ name, unit, seat }: AttendeeView, words: string): boolean {
  if (words === "") return true;
  const about = `${name} ${unit} ${seat}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => about.includes(word));
}

/** “应到 60 · 实到 41 · 达到法定人数”, in figures to be read at a glance. */
function QuorumBlock({ quorum, observers }: { quorum: QuorumLine; observers: number }) {
  const { due, present, needed, missing, met } = quorum;
  return (
    <div className={styles.quorum}>
      <div className={styles.figures}>
        <Figure label={text.attendance.present} strong>
          {present}
        </Figure>
        <Figure label={text.attendance.due}>{due}</Figure>
      </div>
      <p className={met ? styles.met : styles.missing}>
        {due === 0 ? null : needed === 0 ? (
          quorum.byArea ? (
            text.attendance.byArea
          ) : (
            text.attendance.noQuorum
          )
        ) : (
          <>
            <span aria-hidden="true">{met ? "✔ " : "! "}</span>
            {met ? text.attendance.met : text.attendance.missing(missing)}
            <span className={styles.needed}>{text.attendance.needed(needed)}</span>
          </>
        )}
        {observers > 0 && <span className={styles.needed}>{text.attendance.observers(observers)}</span>}
      </p>
    </div>
  );
}

function Figure({ label, strong, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <p className={strong ? styles.strongFigure : styles.figure}>
      <span>{label}</span>
      <b>{children}</b>
    </p>
  );
}
