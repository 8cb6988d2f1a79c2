import { Button, Textarea } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { REPLY_DAYS } from "#app/domain/document/objection.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";
import { ObjectionForm } from "./objection-form.tsx";

export type Objection = {
  id: string;
  version: number;
  number: number;
  objector: string;
  contact: string;
  body: string;
  evidence: string;
  receivedOn: string;
  receivedBy: string;
  replyBy: string;
  reply: string;
  repliedOn: string | null;
  repliedBy: string;
  satisfied: boolean | null;
  further: string;
  left: number;
};

type Props = { objections: Objection[]; today: string; mayObject: boolean; refused: Refused | null };

/** What somebody has against the paper, and the answers. Never public. */
export function Objections({ objections, today, mayObject, refused }: Props) {
  return (
    <Section title={text.objectionsTitle} hint={text.replyRule(REPLY_DAYS)}>
      {objections.length === 0 && <p>{text.noObjections}</p>}
      <ul className={styles.cards}>
        {objections.map((objection) => (
          <li key={objection.id} className={styles.card} id={`objection-${objection.number}`}>
            <ObjectionLine objection={objection} />
            {objection.repliedOn === null && (
              <Answer objection={objection} refused={refused?.values.objectionId === objection.id ? refused : null} />
            )}
          </li>
        ))}
      </ul>
      {mayObject && <ObjectionForm today={today} refused={refused?.values.intent === "object" ? refused : null} />}
    </Section>
  );
}

function ObjectionLine({ objection }: { objection: Objection }) {
  const { number, objector, contact, body, evidence, receivedOn, receivedBy, repliedOn, repliedBy } = objection;
  const who = [objector || text.anonymous, contact].filter((part) => part !== "").join("，");
  return (
    <>
      <p className={styles.cardTitle}>{text.objectionNumber(number)}</p>
      <p className={styles.quiet}>{`${who} · ${formatDay(receivedOn)} · ${receivedBy}`}</p>
      <p className={styles.lines}>{body}</p>
      {evidence && <p className={styles.lines}>{`${text.objectionEvidence}：${evidence}`}</p>}
      {repliedOn === null ? (
        <p className={objection.left < 0 ? styles.problem : styles.wait}>
          {objection.left < 0 ? text.overdue(-objection.left) : text.replyBy(formatDay(objection.replyBy))}
        </p>
      ) : (
        <div className={styles.reply}>
          <p className={styles.quiet}>{text.answeredOn(formatDay(repliedOn), repliedBy)}</p>
          <p className={styles.lines}>{objection.reply}</p>
          <p className={styles.quiet}>
            {`${text.satisfiedLabel}：${text.satisfied[objection.satisfied === null ? "" : objection.satisfied ? "yes" : "no"]}`}
          </p>
          {objection.further && <p>{`${text.further}：${objection.further}`}</p>}
        </div>
      )}
    </>
  );
}

function Answer({ objection, refused }: { objection: Objection; refused: Refused | null }) {
  const prefix = `${objection.id}-`;
  return (
    <details className={styles.fold} open={refused ? true : undefined}>
      <summary aria-label={`${text.answer}：${text.objectionNumber(objection.number)}`}>{text.answer}</summary>
      <ErrorSummary refused={refused} prefix={prefix} />
      <Form method="post" className={styles.form} noValidate preventScrollReset>
        <input type="hidden" name="objectionId" value={objection.id} />
        <input type="hidden" name="objectionVersion" value={objection.version} />
        <Textarea
          id={`${prefix}reply`}
          name="reply"
          label={text.reply}
          defaultValue={refused?.values.reply}
          error={refused?.fields.reply}
          maxLength={1000}
          autosize
          minRows={3}
          required
        />
        <fieldset className={styles.options}>
          <legend className={styles.label}>{text.satisfiedLabel}</legend>
          {(["", "yes", "no"] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="satisfied"
                value={value}
                defaultChecked={(refused?.values.satisfied ?? "") === value}
              />
              {text.satisfied[value]}
            </label>
          ))}
        </fieldset>
        <Textarea
          id={`${prefix}further`}
          name="further"
          label={text.further}
          description={text.furtherHint}
          defaultValue={refused?.values.further}
          error={refused?.fields.further}
          maxLength={300}
          autosize
        />
        <div>
          <Button type="submit" name="intent" value="answer">
            {text.answer}
          </Button>
        </div>
      </Form>
    </details>
  );
}
