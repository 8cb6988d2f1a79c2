import { useContext, useState } from "react";
import { OUTCOMES, type Outcome } from "#app/domain/meeting/agenda-item.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./outcome.module.css";
import { OutcomeCard } from "./outcome-card.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import type { ItemView } from "./types.ts";
import { PageAnswer } from "./use-act.tsx";

type Props = { item: ItemView; writable: boolean; voting: boolean };

/** What came of the item: the card of what was decided, and the four ways to decide it. */
export function OutcomePanel({ item, writable, voting }: Props) {
  const [chosen, setChosen] = useChosen(item);
  const [changing, setChanging] = useState(false);
  const decided = item.outcome !== null;
  // What another desk decides meanwhile closes no form that is being filled in here.
  const choosing = writable && (!decided || changing || chosen !== null);
  const close = () => {
    setChosen(null);
    setChanging(false);
  };
  if (!decided && !choosing) return null;
  return (
    <section className={styles.panel} aria-label={text.outcome.title}>
      {decided && <OutcomeCard item={item} writable={writable && !choosing} onChange={() => setChanging(true)} />}
      {choosing && (
        <div className={styles.ways}>
          <h2 className={styles.waysTitle}>{text.outcome.title}</h2>
          {OUTCOMES.filter((outcome) => isOffered(item, outcome)).map((outcome) => (
            <Way
              key={outcome}
              item={item}
              outcome={outcome}
              open={chosen === outcome}
              why={whyNot(item, outcome, voting)}
              onToggle={() => setChosen(chosen === outcome ? null : outcome)}
              onClose={close}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** Which form is open; where there are no scripts, the one that was sent and refused. */
function useChosen(item: ItemView) {
  const page = useContext(PageAnswer);
  const sent = page && !page.ok && page.values.agendaItemId === item.id ? page.values.outcome : undefined;
  return useState<Outcome | null>(OUTCOMES.find((outcome) => outcome === sent) ?? null);
}

type WayProps = {
  item: ItemView;
  outcome: Outcome;
  open: boolean;
  why: string;
  onToggle(): void;
  onClose(): void;
};

/** One outcome: a button that opens its form below the others. `details` underneath, for pages without scripts. */
function Way({ item, outcome, open, why, onToggle, onClose }: WayProps) {
  return (
    <details
      className={styles.way}
      open={open}
      data-outcome={outcome}
      onToggle={(event) => {
        const { currentTarget } = event;
        if (currentTarget.open !== open) onToggle();
        // The form is what has a place on the page: its `details` may have none of its own.
        if (currentTarget.open) currentTarget.querySelector("form")?.scrollIntoView({ block: "nearest" });
      }}
    >
      <summary className={why ? styles.blocked : undefined} title={why || undefined}>
        {outcome === "onward" ? text.outcome.onward : text.outcome.names[outcome]}
      </summary>
      <OutcomeForm item={item} outcome={outcome} open={open} why={why} onClose={onClose} />
    </details>
  );
}

/** The issue's method decides which of the outcomes there are; what was decided before stays to be changed. */
function isOffered(item: ItemView, outcome: Outcome): boolean {
  const { issue } = item;
  if (!issue || item.outcome !== null) return outcome !== "onward" || item.outcome === "onward";
  if (outcome === "onward") return issue.onward.length > 0;
  return issue.lacking[outcome] !== null;
}

/** Why an outcome cannot be taken now, in a sentence; empty when it can. */
function whyNot(item: ItemView, outcome: Outcome, voting: boolean): string {
  if (voting) return text.outcome.pollOpen;
  if (outcome === "next-time") return "";
  if (!item.started) return text.outcome.notCalled;
  // What was decided before is taken back first; then the gates are asked anew.
  if (item.outcome !== null) return "";
  const lacking = item.issue?.lacking[outcome];
  if (lacking === null) return text.outcome.impossible;
  if (!lacking || lacking.length === 0) return "";
  return text.outcome.lacking + lacking.map((line) => line.text).join("、");
}
