import { Form } from "@remix-run/react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { documentPageText as text } from "#app/text/document-page.ts";
import type { View } from "./address.ts";
import { Apply, Line, Option, Others, useAtOnce } from "./choice-parts.tsx";
import styles from "./document.module.css";
import type { Paper } from "./gaps.tsx";
import { LayoutChoices } from "./layout-choices.tsx";
import type { NoticePeriod, PapersData } from "./papers-data.ts";

/** How the chosen paper is taken out, all of it kept in the page's address. */
export function Choices({ paper, page }: { paper: Paper; page: PapersData }) {
  const { view, notice, official, problem } = page;
  return (
    <>
      {paper.public && <PublicChoices view={view} notice={notice} problem={problem} />}
      {paper.genre === "minutes" && <NumberChoice view={view} />}
      <LayoutChoices view={view} official={official} />
    </>
  );
}

/** First day and version of a public paper. Changing either shows it as it is then. */
function PublicChoices({ view, notice, problem }: { view: View; notice: NoticePeriod; problem: string | null }) {
  const change = useAtOnce();
  return (
    <Form method="get" className={styles.choices} onChange={change} preventScrollReset replace>
      <Others view={view} but={["from", "masked"]} />
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
        <Option name="masked" value="1" checked={view.masked}>
          {text.versions.public}
        </Option>
        <Option name="masked" value="0" checked={!view.masked}>
          {text.versions.internal}
        </Option>
        <p className={styles.hint}>{view.masked ? text.versionHints.public : text.versionHints.internal}</p>
      </fieldset>
      <Apply />
    </Form>
  );
}

/** 期号: applied when Enter is pressed or with the button, not at each letter. */
function NumberChoice({ view }: { view: View }) {
  return (
    <Form method="get" className={styles.choices} preventScrollReset replace>
      <Others view={view} but={["number"]} />
      <Line name="number" label={text.number} hint={text.numberHint} value={view.number} most={30} />
    </Form>
  );
}
