import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { isCalendarDay } from "#app/domain/calendar/day.ts";
import { actionText } from "#app/text/actions.ts";
import { factWords, issueText as text } from "#app/text/issues.ts";
import styles from "./issue.module.css";

type Props = {
  issue: {
    place: string;
    category: string;
    source: string;
    raisedBy: string;
    detail: string;
    method: { name: string };
  };
  entered: { fact: string; label: string; value: string }[];
  actionItems: {
    number: number;
    title: string;
    responsible: string;
    deadline: string;
    state: "open" | "done" | "cancelled";
  }[];
};

/** What is known about an issue, beside what can be done with it. */
export function IssueAside({ issue, entered, actionItems }: Props) {
  const { fields } = text;
  const facts = (["place", "category", "source", "raisedBy"] as const).map(
    (name) => [fields[name], issue[name]] as const,
  );
  return (
    <aside className={styles.aside}>
      <Part title={text.factsHeading}>
        <dl className={styles.facts}>
          {[...facts, [fields.method, issue.method.name] as const].map(([label, value]) => (
            <Fact key={label} label={label}>
              {value || <span className={styles.empty}>{text.notFilled}</span>}
            </Fact>
          ))}
          <dt className={styles.wide}>{fields.detail}</dt>
          <dd className={styles.wide}>{issue.detail || <span className={styles.empty}>{text.notFilled}</span>}</dd>
        </dl>
      </Part>
      {entered.length > 0 && (
        <Part title={text.enteredHeading}>
          <dl className={styles.entered}>
            {entered.map(({ fact, label, value }) => (
              <Fact key={fact} label={text.facts[fact] ?? label}>
                {isCalendarDay(value) ? formatDay(value) : factWords(fact, value)}
              </Fact>
            ))}
          </dl>
        </Part>
      )}
      {actionItems.length > 0 && (
        <Part title={text.actionsHeading}>
          <dl className={styles.facts}>
            {actionItems.map((item) => (
              <Fact key={item.number} label={actionText.number(item.number)}>
                <Link to={`/desk/actions?show=all#action-${item.number}`}>{item.title}</Link>
                {`\n${item.responsible} · ${formatDay(item.deadline)} · ${actionText.states[item.state]}`}
              </Fact>
            ))}
          </dl>
        </Part>
      )}
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.asideTitle}>{title}</h2>
      {children}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
