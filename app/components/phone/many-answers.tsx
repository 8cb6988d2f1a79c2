import { type FormEvent, useState } from "react";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { ABSTAIN, type BallotItem, type Choice } from "#app/domain/poll/form.ts";
import { phoneText } from "#app/text/phone.ts";
import { choiceUnit } from "#app/text/terms.ts";
import { isSeveral } from "./chosen.ts";
import many from "./many-answers.module.css";
import styles from "./phone.module.css";

const text = phoneText.poll;

type Props = { poll: SnapshotPoll; draft: Choice | undefined; onChoose(choice: Choice): void };

/** Several of n: ticks that say how many are left, and 弃权 by itself. Without JavaScript the server counts the ticks. */
export function SeveralAnswers({ poll, most, draft, onChoose }: Props & { most: number }) {
  const [picked, setPicked] = useState<readonly string[]>(draft && isSeveral(draft) ? draft : []);
  const unit = choiceUnit(poll.election);
  const full = picked.length >= most;
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]);
  const choose = (choice: Choice) => (event: FormEvent) => {
    event.preventDefault();
    onChoose(choice);
  };
  const review = (event: FormEvent) => (picked.length > 0 ? choose(picked)(event) : event.preventDefault());
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>{text.upTo(most, unit)}</legend>
      {poll.options
        .filter(({ id }) => id !== ABSTAIN.id)
        .map(({ id, label }) => (
          <label key={id} className={many.tick} data-chosen={picked.includes(id)}>
            <input
              type="checkbox"
              name="choice"
              value={id}
              checked={picked.includes(id)}
              aria-disabled={full && !picked.includes(id)}
              onChange={() => (full && !picked.includes(id) ? undefined : toggle(id))}
            />
            {label}
          </label>
        ))}
      <p className={many.state} role="status">
        {full ? text.full(most, unit) : text.picked(picked.length, most, unit)}
      </p>
      <button type="submit" className={styles.primary} onClick={review}>
        {text.review}
      </button>
      <button type="submit" name="choice" value={ABSTAIN.id} className={styles.choice} onClick={choose(ABSTAIN.id)}>
        {ABSTAIN.label}
      </button>
    </fieldset>
  );
}

type EachProps = Props & { items: readonly BallotItem[] };

/** Each item by itself, 同意 · 反对 · 弃权 side by side; nothing is sent while one is left open. */
export function EachAnswer({ poll, items, draft, onChoose }: EachProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(
    typeof draft === "object" && !isSeveral(draft) ? draft : {},
  );
  const left = items.filter(({ id }) => answers[id] === undefined).length;
  const review = (event: FormEvent) => {
    if (left > 0) return;
    event.preventDefault();
    onChoose(answers);
  };
  return (
    <div className={many.items}>
      <p className={styles.label}>{text.eachItem(items.length)}</p>
      {items.map((item, index) => (
        <fieldset key={item.id} className={many.item}>
          <legend className={many.itemLabel}>
            {index + 1}. {item.label}
          </legend>
          <div className={many.answers}>
            {poll.options.map(({ id, label }) => (
              <label key={id} className={many.tick} data-chosen={answers[item.id] === id}>
                <input
                  type="radio"
                  name={`item.${item.id}`}
                  value={id}
                  required
                  checked={answers[item.id] === id}
                  onChange={() => setAnswers({ ...answers, [item.id]: id })}
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={many.state} role="status">
        {left > 0 ? text.unanswered(left) : null}
      </p>
      <button type="submit" className={styles.primary} onClick={review}>
        {text.review}
      </button>
    </div>
  );
}
