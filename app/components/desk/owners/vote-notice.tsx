import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { formatArea } from "#app/domain/owners/area.ts";
import type { NoticeDays } from "#app/domain/owners/notice.ts";
import { ownersVoteText as all } from "#app/text/owners-vote.ts";
import { CopyText } from "./copy-text.tsx";
import styles from "./vote.module.css";

const { notice: text, opening } = all;

export type Asked = { id: string; version: number; question: string; ruleId: string; items: string[] };
export type Posted = Asked & {
  noticedAt: Date | null;
  opensAt: Date | null;
  endsAt: Date | null;
  days: NoticeDays;
  mayOpen: boolean;
};

/** What is voted on, as it will stand on the ballot. */
export function AskedWords({ asked: { question, items, ruleId } }: { asked: Asked }) {
  const rules: Record<string, string> = all.prepare.rules;
  return (
    <>
      <p className={styles.question}>{question}</p>
      {items.length > 0 && (
        <ol className={styles.items}>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      )}
      <p className={styles.hint}>{rules[ruleId] ?? ruleId}</p>
    </>
  );
}

/** A draft with its times to be, and the deed that freezes it. */
export function DraftCard({ draft, today, refused }: { draft: Asked; today: NoticeDays; refused: Refused | null }) {
  const mine = refused?.values.pollId === draft.id ? refused : null;
  const field = (name: "opensAt" | "endsAt", label: string, hint: string, day: string | null, clock: string) => (
    <TextInput
      id={mine ? name : `${name}-${draft.id}`}
      name={name}
      type="datetime-local"
      label={label}
      description={hint}
      defaultValue={mine?.values[name] ?? (day ? `${day}T${clock}` : "")}
      error={mine?.fields[name]}
    />
  );
  return (
    <Form method="post" className={styles.card} noValidate>
      <AskedWords asked={draft} />
      <input type="hidden" name="pollId" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
      <p className={styles.hint}>
        {text.earliest(today.noticed, today.earliest)}
        {text.suggested(today.suggested)}
      </p>
      <div className={styles.times}>
        {field("opensAt", text.opensAt, text.opensHint, today.suggested, "08:00")}
        {field("endsAt", text.endsAt, text.endsHint, null, "20:00")}
      </div>
      <ConfirmButton
        align="start"
        label={text.button}
        question={text.question}
        detail={text.detail}
        confirm={text.button}
        name="intent"
        value="notice"
      />
    </Form>
  );
}

type PostedProps = {
  posted: Posted;
  meeting: { title: string; state: string };
  totals: { owners: number; area: number };
};

/** A posted vote: frozen, with the day from which it may open, and the text to post. */
export function PostedCard({ posted, meeting, totals }: PostedProps) {
  const { days, opensAt, endsAt, mayOpen } = posted;
  return (
    <div className={styles.card}>
      <AskedWords asked={posted} />
      <p>
        <strong>✔ {text.posted}</strong>
        {"　"}
        {text.noticed(days.noticed)}
        {"　"}
        {text.opensFrom(days.earliest)}
      </p>
      {opensAt && <p className={styles.hint}>{opening.scheduled(formatDateTime(opensAt))}</p>}
      {endsAt && <p className={styles.hint}>{all.running.ends(formatDateTime(endsAt))}</p>}
      <Form method="post" className={styles.ways}>
        <input type="hidden" name="pollId" value={posted.id} />
        {mayOpen ? (
          <ConfirmButton
            align="start"
            label={opening.button}
            question={opening.question}
            detail={meeting.state === "planned" ? opening.detail : undefined}
            confirm={opening.button}
            name="intent"
            value="open"
          />
        ) : (
          <Button type="button" variant="default" disabled>
            {opening.button}
          </Button>
        )}
        {!mayOpen && <span>{opening.notYet(days.earliest)}</span>}
        {meeting.state === "planned" && (
          <Button type="submit" name="intent" value="freeze" variant="default">
            {opening.freeze}
          </Button>
        )}
      </Form>
      {meeting.state === "planned" && <p className={styles.hint}>{opening.freezeHint}</p>}
      <CopyText
        label={text.textTitle}
        rows={13}
        value={all.noticeText({
          title: meeting.title,
          question: posted.question,
          items: posted.items,
          rule: (all.prepare.rules as Record<string, string>)[posted.ruleId] ?? "",
          from: opensAt ? formatDateTime(opensAt) : null,
          earliest: days.earliest,
          to: endsAt ? formatDateTime(endsAt) : "",
          owners: totals.owners,
          area: formatArea(totals.area),
          noticed: days.noticed,
        })}
      />
    </div>
  );
}
