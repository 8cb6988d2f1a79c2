import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

type Props = {
  meetings: { code: string; title: string; startsAt: Date }[];
  test: { chosen: string; empty: string[]; problem: string | null } | null;
};

/** Fills the template to see how it looks: with a meeting, or with the example. */
export function TemplateTest({ meetings, test }: Props) {
  return (
    <>
      <Form method="get" className={styles.inline} preventScrollReset>
        <div>
          <label htmlFor="with">{text.testWith}</label>
          <select id="with" name="with" defaultValue={test?.chosen ?? meetings[0]?.code ?? "example"}>
            {meetings.map(({ code, title, startsAt }) => (
              <option key={code} value={code}>
                {formatDay(dayOf(startsAt))} {title}
              </option>
            ))}
            <option value="example">{text.exampleOption}</option>
          </select>
        </div>
        <Button type="submit">{text.fill}</Button>
      </Form>
      {test && <Outcome test={test} />}
    </>
  );
}

function Outcome({ test: { empty, problem } }: { test: NonNullable<Props["test"]> }) {
  if (problem) {
    return (
      <p className={styles.error} role="status">
        <span aria-hidden="true">✘ </span>
        {problem}
      </p>
    );
  }
  if (empty.length === 0) {
    return (
      <p className={styles.good} role="status">
        <span aria-hidden="true">✔ </span>
        {text.lackingNothing}
      </p>
    );
  }
  return (
    <p className={styles.mind} role="status">
      <span aria-hidden="true">! </span>
      <strong>{text.lacking(empty.map((name) => `{${name}}`).join("、"))}</strong> {text.lackingHint}
    </p>
  );
}
