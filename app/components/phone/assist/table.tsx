import { Form, Link, useSubmit } from "@remix-run/react";
import { type ChangeEvent, useEffect, useRef } from "react";
import forms from "#app/components/phone/forms.module.css";
import styles from "#app/components/phone/phone.module.css";
import type { Standing } from "#app/domain/attendance/at-table.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { assistText } from "#app/text/assist.ts";
import assist from "./assist.module.css";
import type { Person } from "./steps.tsx";

const text = assistText.table;

type Line = Person & { standing: Standing };
type Lines = { people: Line[]; more: number; all: number };
export type Table = { ready: Lines; absent: Lines; spent: Lines };

type Props = {
  table: Table;
  find: string;
  poll: SnapshotPoll | null;
  /** Whether the poll takes ballots on this tablet now. */
  open: boolean;
  action: string;
};

/** Who is at the table: those who can vote now large, the others below with the reason why not. */
export function AssistTable({ table: { ready, absent, spent }, find, poll, open, action }: Props) {
  const found = ready.all + absent.all + spent.all;
  const noPhones = poll?.state === "open" && !open;
  return (
    <section className={styles.step} data-step="table">
      <div>
        <h1 className={styles.title}>{open ? text.vote : noPhones ? text.noPhones : text.idle}</h1>
        {open && poll ? <p className={styles.asked}>{poll.question}</p> : null}
        {open || noPhones ? null : <p className={styles.small}>{text.idleHint}</p>}
      </div>
      <Finder find={find} action={action} />
      {found === 0 ? <p className={styles.notice}>{text.nobody}</p> : null}
      {open && found > 0 && ready.all === 0 && find === "" ? (
        <p className={styles.notice}>{spent.all > 0 ? text.allDone : text.nobodyHere}</p>
      ) : null}
      {ready.all > 0 && open ? <Names lines={ready} action={action} /> : null}
      {absent.all > 0 ? (
        <details className={assist.fold} open={find !== "" || !open}>
          <summary>{text.absent(absent.all)}</summary>
          <Names lines={absent} action={action} />
        </details>
      ) : null}
      {spent.all > 0 ? (
        <details className={assist.fold} open={find !== ""}>
          <summary>{text.spent(spent.all)}</summary>
          <Names lines={spent} />
        </details>
      ) : null}
      {ready.all > 0 && !open ? (
        <details className={assist.fold} open={find !== ""}>
          <summary>{text.present(ready.all)}</summary>
          <Names lines={ready} />
        </details>
      ) : null}
    </section>
  );
}

const TYPING_MS = 250;

/** A name is looked for as it is typed; without JavaScript by the button. */
function Finder({ find, action }: { find: string; action: string }) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = ({ currentTarget: { form } }: ChangeEvent<HTMLInputElement>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), TYPING_MS);
  };
  return (
    <Form method="get" action={action} replace className={assist.finder} autoComplete="off">
      <label htmlFor="find" className={styles.label}>
        {text.find}
      </label>
      <input
        id="find"
        name="find"
        type="search"
        className={forms.input}
        autoComplete="off"
        maxLength={50}
        defaultValue={find}
        onChange={later}
      />
      <button type="submit" className={styles.secondary}>
        {text.search}
      </button>
    </Form>
  );
}

/** Large targets; without `action` nothing to press, and the reason beside the name. */
function Names({ lines: { people, more }, action }: { lines: Lines; action?: string }) {
  return (
    <>
      <ul className={assist.names}>
        {people.map((person) => (
          <li key={person.personId}>
            {action === undefined ? (
              <span className={assist.spent} data-standing={person.standing}>
                <Called person={person} />
              </span>
            ) : (
              <Link
                to={`${action}?who=${encodeURIComponent(person.personId)}`}
                replace
                className={assist.name}
                data-standing={person.standing}
              >
                <Called person={person} />
              </Link>
            )}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.small}>{text.more(more)}</p> : null}
    </>
  );
}

/** Beside a name, where its list does not say it of all. */
const WHY: Record<Standing, string | null> = {
  ready: null,
  absent: null,
  voted: text.voted,
  paper: text.paper,
};

function Called({ person: { name, unit, seat, standing, holder } }: { person: Line }) {
  const why = WHY[standing] ?? (holder ? text.holder(holder) : null);
  return (
    <>
      <b className={assist.calledName}>{name}</b>
      <span className={assist.place}>{[unit, seat].filter((part) => part !== "").join(" · ")}</span>
      {why ? <span className={assist.why}>{why}</span> : null}
    </>
  );
}
