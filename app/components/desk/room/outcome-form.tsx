import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { roomText as text } from "#app/text/room.ts";
import { OnwardFields } from "./onward-fields.tsx";
import styles from "./outcome.module.css";
import { TaskFields } from "./task-fields.tsx";
import type { ItemView } from "./types.ts";
import { RefusalLine, type RefusedAct, useAct } from "./use-act.tsx";

type Props = { item: ItemView; outcome: Outcome; open: boolean; why: string; onClose(): void };

/** One outcome's form. It carries the edition of the outcome that was seen when it was opened, never a newer one unseen. */
export function OutcomeForm({ item, outcome, open, why, onClose }: Props) {
  const act = useAct("decide", (values) => values.outcome === outcome && values.agendaItemId === item.id);
  const theirs = staleOutcome(act.refused);
  const [seen, setSeen] = useState(item.decision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what counts is the edition at the moment of opening
  useEffect(() => {
    if (open) setSeen(item.decision);
  }, [open]);
  useEffect(() => {
    if (theirs) setSeen(theirs.decision);
  }, [theirs]);
  useEffect(() => {
    if (act.done) onClose();
  }, [act.done, onClose]);
  const errors = act.refused?.fields ?? {};
  const named = Object.keys(errors).filter((field) => !["meeting", "outcome"].includes(field));
  return (
    <act.Form method="post" className={styles.form}>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="agendaItemId" value={item.id} />
      <input type="hidden" name="outcome" value={outcome} />
      <input type="hidden" name="decision" value={seen} />
      {theirs && <StaleNotice theirs={theirs} />}
      <OutcomeFields item={item} outcome={outcome} errors={errors} values={act.refused?.values ?? {}} />
      {!theirs && named.length === 0 && <RefusalLine refused={withGates(act.refused)} />}
      {why && <p className={styles.why}>{why}</p>}
      <div className={styles.acts}>
        <Button type="submit" disabled={why !== ""} loading={act.busy}>
          {text.outcome.save(outcome)}
        </Button>
        <Button type="button" variant="default" onClick={onClose}>
          {text.outcome.cancel}
        </Button>
      </div>
    </act.Form>
  );
}

type Fields = { item: ItemView; outcome: Outcome; errors: Record<string, string>; values: Record<string, string> };

function OutcomeFields({ item, outcome, errors, values }: Fields) {
  const was = item.outcome === outcome ? item : null;
  const area = (name: "conclusion" | "reason", label: string, hint: string, required: boolean) => (
    <Textarea
      id={`${outcome}-${name}`}
      name={name}
      label={label}
      placeholder={hint}
      withAsterisk={required}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={name === "reason" ? 1000 : 2000}
      error={errors[name]}
      defaultValue={values[name] ?? was?.[name] ?? ""}
    />
  );
  return (
    <div className={styles.fields}>
      {outcome === "onward" && <OnwardFields item={item} errors={errors} values={values} />}
      {outcome === "resolved-now" && area("conclusion", text.outcome.conclusion, text.outcome.conclusionHint, true)}
      {outcome === "onward" && area("conclusion", text.outcome.conclusion, text.outcome.onwardHint, true)}
      {outcome === "resolved-now" && (
        <Checkbox
          name="partyAgrees"
          label={text.outcome.party}
          description={text.outcome.partyHint}
          error={errors.partyAgrees}
          defaultChecked={values.partyAgrees === "on" || was !== null}
        />
      )}
      {outcome === "timed" && <TaskFields item={item} errors={errors} values={values} />}
      {outcome === "declined" && area("reason", text.outcome.declineReason, text.outcome.declineHint, true)}
      {outcome === "next-time" && area("reason", text.outcome.nextTimeReason, text.outcome.nextTimeHint, true)}
      {outcome !== "next-time" && (
        <TextInput
          id={`${outcome}-differences`}
          name="differences"
          label={text.outcome.differences}
          placeholder={text.outcome.differencesHint}
          maxLength={300}
          error={errors.differences}
          defaultValue={values.differences ?? was?.differences ?? ""}
        />
      )}
    </div>
  );
}

type Theirs = { outcome: Outcome | null; conclusion: string; reason: string; decision: number; by: string };

function staleOutcome(refused: RefusedAct | null): Theirs | null {
  if (refused?.error !== "stale") return null;
  return ((refused.details ?? {}) as { current?: Theirs }).current ?? null;
}

/** What stands now, above what this person typed, which stays in the fields. */
function StaleNotice({ theirs }: { theirs: Theirs }) {
  return (
    <div className={styles.stale} role="alert">
      <b>{text.staleTitle(theirs.by)}</b>
      <p>
        {text.outcome.theirs(theirs.outcome)}
        {(theirs.conclusion || theirs.reason) && `:${theirs.conclusion || theirs.reason}`}
      </p>
      <p className={styles.quiet}>{text.outcome.saveAnyway}</p>
    </div>
  );
}

/** A gate's refusal names the lines that are missing. */
function withGates(refused: RefusedAct | null): RefusedAct | null {
  const { unmet } = (refused?.details ?? {}) as { unmet?: { text: string; detail: string }[] };
  if (!refused || !unmet) return refused;
  return {
    ...refused,
    message: text.outcome.lacking + unmet.map((line) => `${line.text}（${line.detail}）`).join("、"),
  };
}
