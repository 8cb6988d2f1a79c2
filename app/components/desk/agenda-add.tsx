import { Button } from "@mantine/core";
import { Form, Link, useNavigation } from "@remix-run/react";
import { meetingText } from "#app/text/meetings.ts";
import styles from "./agenda.module.css";
import { AgendaChoices, type Choice } from "./agenda-choices.tsx";
import { AgendaFind, AgendaFindForm } from "./agenda-find.tsx";

const text = meetingText.agenda;

type Props = {
  issues: Choice[];
  /** What is looked for among those that wait, and how many these are. */
  find: string;
  waiting: number;
  /** Where the form is sent: the meeting's page. */
  action: string;
  /** Ids that are ticked from the start. */
  ticked: string[];
  open: boolean;
  /** Where the person came from to add something, if from elsewhere. */
  back: string | null;
};

/** Below the agenda: what else waits to be discussed, to be put at its end. */
export function AgendaAdd({ issues, find, waiting, action, ticked, open, back }: Props) {
  const busy = useNavigation().formData?.get("intent") === "add";
  return (
    <details className={styles.add} open={open} id="add">
      <summary>{text.add(waiting)}</summary>
      <div className={styles.addBody}>
        <AgendaFindForm keep={{ from: back ? "room" : "" }} ticked={ticked} />
        <AgendaFind find={find} shown={issues.length} waiting={waiting} />
        <Form method="post" action={action} key={issues.map((issue) => issue.id).join()} preventScrollReset>
          {issues.length === 0 ? (
            waiting === 0 && <p>{text.addNone}</p>
          ) : (
            <AgendaChoices issues={issues} chosen={(id) => ticked.includes(id)} />
          )}
          <div className={styles.addActions}>
            {issues.length > 0 && (
              <Button type="submit" name="intent" value="add" loading={busy}>
                {text.addSubmit}
              </Button>
            )}
            <Link className={styles.link} to="/desk/issues/new">
              {text.newIssue}
            </Link>
            {back && (
              <Link className={styles.link} to={back}>
                {text.back}
              </Link>
            )}
          </div>
        </Form>
      </div>
    </details>
  );
}
