import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import type { DocumentAct, DocumentStanding, Hindrance } from "#app/domain/document/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";

type Props = {
  version: number;
  digest: string;
  standing: DocumentStanding;
  hindrances: Record<DocumentAct, Hindrance | null>;
  missing: string[];
  date: { printed: string } | null;
  today: string;
  children?: ReactNode;
};

/** What comes next for a paper that is not issued, and what stands in the way. `children`: what changed. */
export function LifeDeeds(props: Props) {
  const { standing, version, missing, date, today } = props;
  const checking = standing.state === "draft" || standing.changed || !standing.complete;
  return (
    <section className={styles.next} aria-labelledby="next">
      <h2 id="next">
        {checking ? (standing.state === "checked" ? text.checkAgainTitle : text.checkTitle) : text.issueTitle}
      </h2>
      {missing.length > 0 && <p className={styles.problem}>{text.missing(missing.join("、"))}</p>}
      {date && <Redate version={version} printed={date.printed} today={today} />}
      {checking ? <Check {...props} /> : <Issue version={version} />}
      <Drop version={version} />
    </section>
  );
}

function Check({ version, digest, standing, hindrances, children }: Props) {
  const hindrance = hindrances.check;
  return (
    <>
      <p>{standing.state === "checked" ? text.checkAgainLead : text.checkLead}</p>
      {children}
      {hindrance === "same-person" ? (
        <p className={styles.wait}>{text.otherHint}</p>
      ) : (
        hindrance === null && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="digest" value={digest} />
            {standing.ownDraft && <p className={styles.hint}>{text.aloneHint}</p>}
            <Button type="submit" name="intent" value="check">
              {text.check}
            </Button>
          </Form>
        )
      )}
    </>
  );
}

const Issue = ({ version }: { version: number }) => (
  <>
    <p>{text.issueLead}</p>
    <Form method="post" preventScrollReset>
      <input type="hidden" name="version" value={version} />
      <ConfirmButton
        label={text.issue}
        question={text.issueQuestion}
        detail={text.issueDetail}
        confirm={text.issueConfirm}
        name="intent"
        value="issue"
        align="start"
      />
    </Form>
  </>
);

const Redate = ({ version, printed, today }: { version: number; printed: string; today: string }) => (
  <Form method="post" className={styles.redate} preventScrollReset>
    <p>{text.dateDiffers(printed, formatDay(today))}</p>
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="from" value={today} />
    <Button type="submit" name="intent" value="change" variant="default">
      {text.redate}
    </Button>
    <p className={styles.hint}>{text.redateHint}</p>
  </Form>
);

const Drop = ({ version }: { version: number }) => (
  <Form method="post" className={styles.drop} preventScrollReset>
    <input type="hidden" name="version" value={version} />
    <ConfirmButton
      label={text.drop}
      question={text.dropQuestion}
      detail={text.dropDetail}
      confirm={text.dropConfirm}
      name="intent"
      value="drop"
      align="start"
    />
  </Form>
);

type IssueNumberProps = { version: number; number: string; error: string | undefined };

/** 期号 of minutes, until they are issued. */
export function IssueNumber({ version, number, error }: IssueNumberProps) {
  return (
    <Form method="post" className={styles.inline} preventScrollReset>
      <input type="hidden" name="version" value={version} />
      <TextInput
        key={number}
        id="number"
        name="number"
        label={text.changeNumber}
        defaultValue={number}
        error={error}
        maxLength={30}
        autoComplete="off"
      />
      <Button type="submit" name="intent" value="change" variant="default">
        {text.change}
      </Button>
    </Form>
  );
}
