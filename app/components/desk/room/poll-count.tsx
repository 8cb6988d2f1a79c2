import { Button } from "@mantine/core";
import { Fragment } from "react";
import type { CountField } from "#app/domain/poll/count.ts";
import { ABSTAIN } from "#app/domain/poll/form.ts";
import { roomText } from "#app/text/room.ts";
import sheet from "./count.module.css";
import styles from "./poll.module.css";
import type { CountView, PollView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const text = roomText.poll.count;

const FIELDS: Record<CountView["method"], readonly CountField[]> = {
  hands: ["for", "against", "abstain"],
  paper: ["issued", "collected", "for", "against", "abstain", "invalid"],
};

type Props = { poll: Pick<PollView, "id" | "form" | "options">; count: CountView };

/** Two tellers, each with a column of their own. Nobody sees the other's figures; where two differ, it is said when both are in. */
export function CountPanel({ poll, count }: Props) {
  const pollId = poll.id;
  const { method, state, tellers, differences } = count;
  const [standing] = tellers.filter((teller) => teller.standing);
  const struck = tellers.filter((teller) => !teller.standing);
  return (
    <section className={sheet.count} aria-label={text.titles[method]} data-count={method} data-state={state}>
      <h3 className={sheet.countTitle}>{text.titles[method]}</h3>
      {state === "agreed" ? (
        <Agreed names={tellers.map((teller) => teller.name)} />
      ) : (
        <>
          {state === "differ" ? <Differences lines={differences} /> : <p className={styles.note}>{text.hint}</p>}
          <div className={sheet.columns}>
            {standing ? (
              <Done name={standing.name} />
            ) : (
              <Column key={`1 ${state}`} poll={poll} method={method} n={1} name={struck[0]?.name} />
            )}
            <Column
              key={`2 ${state}`}
              poll={poll}
              method={method}
              n={2}
              name={(standing ? struck[0] : struck[1])?.name}
            />
          </div>
        </>
      )}
      {tellers.length > 0 && <Again pollId={pollId} method={method} />}
    </section>
  );
}

function Agreed({ names }: { names: string[] }) {
  return (
    <>
      <p className={sheet.agreed}>
        <span aria-hidden="true">✔ </span>
        {text.agreed(names)}
      </p>
      <p className={styles.note}>{text.agreedHint}</p>
    </>
  );
}

function Differences({ lines }: { lines: string[] }) {
  return (
    <div className={sheet.differs} role="alert">
      <p>
        <span aria-hidden="true">✘ </span>
        {text.differs}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The teller who was first: that they are done, and nothing else. */
function Done({ name }: { name: string }) {
  return (
    <div className={sheet.done}>
      <p>
        <span aria-hidden="true">✔ </span>
        {name}
      </p>
      <p className={styles.note}>{text.hidden}</p>
    </div>
  );
}

type ColumnProps = { poll: Props["poll"]; method: CountView["method"]; n: 1 | 2; name: string | undefined };

function Column({ poll, method, n, name }: ColumnProps) {
  const act = useAct("enter-count", (values) => values.method === method && values.column === String(n));
  const { values = {}, fields = {} } = act.refused ?? {};
  // Where two differ, the panel says so above both columns.
  const refused = act.refused?.error === "counts-differ" ? null : act.refused;
  return (
    <act.Form method="post" className={sheet.column} autoComplete="off">
      <input type="hidden" name="intent" value="enter-count" />
      <input type="hidden" name="pollId" value={poll.id} />
      <input type="hidden" name="method" value={method} />
      <input type="hidden" name="column" value={n} />
      {method === "hands" && <input type="hidden" name="invalid" value="0" />}
      <label className={sheet.tellerName}>
        <span>{text.column(n)}</span>
        <input
          name="teller"
          placeholder={text.name}
          maxLength={30}
          required
          defaultValue={values.teller ?? name ?? ""}
        />
      </label>
      {figuresOf(poll, method).map(({ name, label, item, first }) => (
        <Fragment key={name}>
          {first && <p className={sheet.itemName}>{item}</p>}
          <label className={label.length > 3 ? sheet.longFigure : sheet.figure}>
            <span>{label}</span>
            <input
              name={name}
              type="number"
              inputMode="numeric"
              min={0}
              required
              aria-label={item && `${item} ${label}`}
              aria-invalid={fields[name] !== undefined}
              defaultValue={refused ? (values[name] ?? "") : ""}
            />
          </label>
        </Fragment>
      ))}
      <Button type="submit" size="compact-md" variant="default" loading={act.busy} fullWidth>
        {text.submit}
      </Button>
      <RefusalLine refused={refused} />
    </act.Form>
  );
}

/** `item`: the item that it belongs to, said above its `first` figure. */
type Figure = { name: string; label: string; item?: string; first?: boolean };

/** The figures that a teller reads out, in the order of the paper: its own, then each option or item. */
function figuresOf({ form, options }: Props["poll"], method: CountView["method"]): Figure[] {
  const { ballot } = roomText.poll;
  const own = (field: CountField): Figure => ({ name: field, label: text.fields[field] });
  if (form.kind === "yes-no") return FIELDS[method].map(own);
  const papers =
    method === "paper" ? [own("issued"), own("collected"), { name: "invalid", label: ballot.invalid }] : [];
  if (form.kind === "choice") {
    const chosen = options
      .filter(({ id }) => id !== ABSTAIN.id)
      .map(({ id, label }) => ({ name: `chosen.${id}`, label }));
    return [...papers, ...chosen, { name: "abstain", label: ballot.abstain }];
  }
  const items = form.items.flatMap(({ id, label }, index) =>
    ITEM_FIELDS.map((field): Figure => {
      const item = `${index + 1}. ${label}`;
      return { name: `items.${id}.${field}`, label: text.fields[field], item, first: field === "for" };
    }),
  );
  return [...papers, ...items];
}

const ITEM_FIELDS = ["for", "against", "abstain", "invalid"] as const;

function Again({ pollId, method }: { pollId: string; method: CountView["method"] }) {
  const act = useAct("count-again", (values) => values.method === method);
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="count-again" />
      <input type="hidden" name="pollId" value={pollId} />
      <input type="hidden" name="method" value={method} />
      <button type="submit" className={styles.plain} disabled={act.busy}>
        {text.again}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
