import { Button, TextInput } from "@mantine/core";
import { Form, useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { documentPageText as text } from "#app/text/document-page.ts";
import type { View } from "./address.ts";
import styles from "./document.module.css";

export type NoticePeriod = { from: string; until: string; days: number; earliest: string; latest: string };

/** A form in the address: every change is applied at once; without scripts the button does it. */
function useAtOnce() {
  const submit = useSubmit();
  return (event: FormEvent<HTMLFormElement>) =>
    submit(event.currentTarget, { preventScrollReset: true, replace: true });
}

/** First day and version of the notice. Changing either shows the notice as it is then. */
export function NoticeChoices({ view, notice, problem }: { view: View; notice: NoticePeriod; problem: string | null }) {
  const change = useAtOnce();
  return (
    <Form method="get" className={styles.choices} onChange={change} preventScrollReset replace>
      <input type="hidden" name="paper" value="result-notice" />
      {view.number && <input type="hidden" name="number" value={view.number} />}
      <div>
        <label className={styles.label} htmlFor="from">
          {text.from}
        </label>
        <input
          key={notice.from}
          className={styles.day}
          type="date"
          id="from"
          name="from"
          defaultValue={notice.from}
          min={notice.earliest}
          max={notice.latest}
          required
          aria-describedby="period"
          aria-invalid={problem ? true : undefined}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            <span aria-hidden="true">✘ </span>
            {problem}
          </p>
        )}
        <p className={styles.period} id="period">
          <strong>
            <span className={styles.whole}>{text.periodFrom(formatDay(notice.from))}</span>
            <span className={styles.whole}>{text.periodUntil(formatDay(notice.until))}</span>
          </strong>
          <br />
          {text.days(notice.days)}
          {text.law}
        </p>
      </div>
      <fieldset className={styles.versions}>
        <legend className={styles.label}>{text.version}</legend>
        <Version value="1" checked={view.masked} name="public" />
        <Version value="0" checked={!view.masked} name="internal" />
        <p className={styles.hint}>{view.masked ? text.versionHints.public : text.versionHints.internal}</p>
      </fieldset>
      <Apply />
    </Form>
  );
}

function Version({ value, checked, name }: { value: string; checked: boolean; name: keyof typeof text.versions }) {
  return (
    <label className={styles.option}>
      <input key={String(checked)} type="radio" name="masked" value={value} defaultChecked={checked} />
      {text.versions[name]}
    </label>
  );
}

/** 期号: applied when the field is left or Enter is pressed, not at each letter. */
export function MinutesChoices({ view, from }: { view: View; from: string }) {
  return (
    <Form method="get" className={styles.choices} preventScrollReset replace>
      <input type="hidden" name="paper" value="minutes" />
      {view.from && <input type="hidden" name="from" value={from} />}
      {!view.masked && <input type="hidden" name="masked" value="0" />}
      <div>
        <label className={styles.label} htmlFor="number">
          {text.number}
        </label>
        <div className={styles.inline}>
          <TextInput
            key={view.number}
            id="number"
            name="number"
            defaultValue={view.number}
            maxLength={30}
            autoComplete="off"
            aria-describedby="number-hint"
          />
          <Button type="submit" variant="default">
            {text.apply}
          </Button>
        </div>
        <p className={styles.hint} id="number-hint">
          {text.numberHint}
        </p>
      </div>
    </Form>
  );
}

function Apply() {
  return (
    <noscript>
      <button type="submit">{text.apply}</button>
    </noscript>
  );
}
