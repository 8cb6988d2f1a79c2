import { Button, Checkbox, NativeSelect, Radio, Textarea } from "@mantine/core";
import { useContext, useEffect, useState } from "react";
import { takesPhones } from "#app/domain/poll/count.ts";
import { POLL_MODES, type PollMode } from "#app/domain/poll/machine.ts";
import { roomText as text } from "#app/text/room.ts";
import { BallotFields, OverlayFields } from "./ballot-fields.tsx";
import { focusOn } from "./keys.tsx";
import styles from "./poll.module.css";
import { PollTimes } from "./poll-times.tsx";
import type { ItemView, PollView, RoomView, RuleView } from "./types.ts";
import { PageAnswer, RefusalLine, type RefusedAct, useAct } from "./use-act.tsx";

type Props = {
  view: RoomView;
  item: ItemView | null;
  open: boolean;
  /** The poll before, which a second round would follow. */
  latest: PollView | undefined;
  onOpen(open: boolean): void;
};

/** “发起表决”: the question from the item, how, by which rule, how long. Below the quorum it says how many are missing. */
export function OpenPollForm({ view, item, open, latest, onOpen }: Props) {
  const act = useAct("open-poll");
  const answeredAsPage = useContext(PageAnswer) !== undefined;
  const ofStage = view.rules.find((each) => each.id === item?.issue?.ruleId);
  const proposed = ofStage?.id ?? view.ruleId;
  const [chosen, setRuleId] = useState<string | null>(null);
  // What was chosen for one item says nothing about the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item decides
  useEffect(() => setRuleId(null), [item?.id]);
  const ruleId = chosen ?? proposed;
  const rule = view.rules.find((each) => each.id === ruleId);
  const [scheduled, setScheduled] = useState(false);
  // Who is missing now may be there by then.
  const why = rule && !rule.quorum.met && !scheduled ? text.poll.notEnough(rule.quorum.missing) : "";
  useEffect(() => {
    if (!act.done) return;
    setScheduled(false);
    onOpen(false);
  }, [act.done, onOpen]);
  useEffect(() => {
    if (open) focusOn("[data-question]");
  }, [open]);
  return (
    <details
      className={styles.start}
      open={open || (answeredAsPage && act.refused !== null)}
      onToggle={(event) => event.currentTarget.open !== open && onOpen(event.currentTarget.open)}
    >
      <summary className={latest ? styles.startAgain : styles.startButton} data-vote>
        {open ? text.poll.fold : text.poll.start}
      </summary>
      <act.Form method="post" className={styles.form} key={item?.id ?? "none"}>
        <input type="hidden" name="intent" value="open-poll" />
        {item && <input type="hidden" name="agendaItemId" value={item.id} />}
        <PollFields
          item={item}
          latest={latest}
          rules={view.rules}
          rule={rule}
          onRule={setRuleId}
          onSchedule={setScheduled}
          errors={act.refused?.fields ?? {}}
          values={act.refused?.values ?? {}}
        />
        <div className={styles.send}>
          {why && <p className={styles.why}>{why}</p>}
          <Refused refused={act.refused} />
          <Button type="submit" disabled={why !== ""} loading={act.busy} fullWidth>
            {scheduled ? text.poll.times.schedule : text.poll.open}
          </Button>
        </div>
      </act.Form>
    </details>
  );
}

/** What was refused stands at its field, which may be scrolled away: beside the button it says that there is something. */
function Refused({ refused }: { refused: RefusedAct | null }) {
  const marked = Object.keys(refused?.fields ?? {}).length;
  if (marked === 0) return <RefusalLine refused={refused} />;
  return (
    <p className={styles.why} role="alert">
      {text.poll.marked(marked)}
    </p>
  );
}

type Fields = {
  item: ItemView | null;
  latest: PollView | undefined;
  rules: RuleView[];
  rule: RuleView | undefined;
  onRule(id: string): void;
  onSchedule(scheduled: boolean): void;
  errors: Record<string, string>;
  values: Record<string, string>;
};

function PollFields({ item, latest, rules, rule, onRule, onSchedule, errors, values }: Fields) {
  return (
    <>
      <Textarea
        name="question"
        label={text.poll.question}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={200}
        error={errors.question}
        defaultValue={values.question ?? (item ? text.poll.questionFrom(item.title) : "")}
        data-question
      />
      {latest && latest.agendaItemId === (item?.id ?? null) && (
        <Checkbox
          name="roundOf"
          value={latest.id}
          label={text.poll.secondRound(latest.question)}
          defaultChecked={values.roundOf === latest.id}
          error={errors.roundOf}
        />
      )}
      <BallotFields errors={errors} values={values} />
      <Ways errors={errors} values={values} />
      <NativeSelect
        name="ruleId"
        label={text.poll.rule}
        data={rules.map(({ id, name }) => ({ value: id, label: name }))}
        value={rule?.id}
        onChange={(event) => onRule(event.currentTarget.value)}
        description={rule?.note}
        error={errors.rule}
      />
      {rule?.election && <p className={styles.note}>{text.poll.electionHint}</p>}
      {rule && <OverlayFields rule={rule} errors={errors} values={values} />}
      <PollTimes errors={errors} values={values} onSchedule={onSchedule} />
    </>
  );
}

const isMode = (word: string): word is PollMode => POLL_MODES.some((mode) => mode === word);

/** How it is voted: on phones, with papers or hands beside them, or by hands or on paper alone. */
function Ways({ errors, values }: Pick<Fields, "errors" | "values">) {
  const [chosen, setMode] = useState(values.mode ?? "secret");
  const mode = isMode(chosen) ? chosen : "secret";
  return (
    <>
      <Radio.Group
        name="mode"
        label={text.poll.mode}
        value={mode}
        onChange={setMode}
        description={text.poll.modeHints[mode]}
        error={errors.mode}
      >
        <div className={styles.modes}>
          {POLL_MODES.map((each) => (
            <Radio key={each} value={each} label={text.poll.modes[each]} />
          ))}
        </div>
      </Radio.Group>
      {takesPhones({ mode }) && (
        <fieldset className={styles.also}>
          <legend>{text.poll.also}</legend>
          <div className={styles.modes}>
            {(["alsoPaper", "alsoHands"] as const).map((name) => (
              <Checkbox
                key={name}
                name={name}
                value="yes"
                label={text.poll[name]}
                defaultChecked={values[name] === "yes"}
              />
            ))}
          </div>
          <p className={styles.note}>{text.poll.alsoHint}</p>
        </fieldset>
      )}
    </>
  );
}
