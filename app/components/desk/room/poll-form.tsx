import { Button, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useContext, useEffect, useState } from "react";
import { roomText as text } from "#app/text/room.ts";
import { focusOn } from "./keys.tsx";
import styles from "./poll.module.css";
import type { ItemView, RoomView, RuleView } from "./types.ts";
import { PageAnswer, RefusalLine, useAct } from "./use-act.tsx";

type Props = {
  view: RoomView;
  item: ItemView | null;
  open: boolean;
  again: boolean;
  onOpen(open: boolean): void;
};

/** “发起表决”: the question from the item, how, by which rule, how long. Below the quorum it says how many are missing. */
export function OpenPollForm({ view, item, open, again, onOpen }: Props) {
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
  const why = rule && !rule.quorum.met ? text.poll.notEnough(rule.quorum.missing) : "";
  useEffect(() => {
    if (act.done) onOpen(false);
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
      <summary className={again ? styles.startAgain : styles.startButton} data-vote>
        {open ? text.poll.fold : text.poll.start}
      </summary>
      <act.Form method="post" className={styles.form} key={item?.id ?? "none"}>
        <input type="hidden" name="intent" value="open-poll" />
        {item && <input type="hidden" name="agendaItemId" value={item.id} />}
        <PollFields
          item={item}
          rules={view.rules}
          rule={rule}
          onRule={setRuleId}
          errors={act.refused?.fields ?? {}}
          values={act.refused?.values ?? {}}
        />
        <div className={styles.send}>
          {why && <p className={styles.why}>{why}</p>}
          <RefusalLine refused={act.refused && Object.keys(act.refused.fields).length === 0 ? act.refused : null} />
          <Button type="submit" disabled={why !== ""} loading={act.busy} fullWidth>
            {text.poll.open}
          </Button>
        </div>
      </act.Form>
    </details>
  );
}

type Fields = {
  item: ItemView | null;
  rules: RuleView[];
  rule: RuleView | undefined;
  onRule(id: string): void;
  errors: Record<string, string>;
  values: Record<string, string>;
};

function PollFields({ item, rules, rule, onRule, errors, values }: Fields) {
  const [mode, setMode] = useState(values.mode ?? "secret");
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
      <Radio.Group
        name="mode"
        label={text.poll.mode}
        value={mode}
        onChange={setMode}
        description={text.poll.modeHints[mode === "named" ? "named" : "secret"]}
        error={errors.mode}
      >
        <div className={styles.modes}>
          {(["secret", "named"] as const).map((each) => (
            <Radio key={each} value={each} label={text.poll.modes[each]} />
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        name="ruleId"
        label={text.poll.rule}
        data={rules.map(({ id, name }) => ({ value: id, label: name }))}
        value={rule?.id}
        onChange={(event) => onRule(event.currentTarget.value)}
        description={rule?.note}
        error={errors.rule}
      />
      <TextInput
        name="minutes"
        label={text.poll.minutes}
        placeholder={text.poll.minutesHint}
        inputMode="numeric"
        type="number"
        min={1}
        max={240}
        error={errors.minutes}
        defaultValue={values.minutes ?? ""}
      />
    </>
  );
}
