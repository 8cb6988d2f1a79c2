import { issueText } from "#app/text/issues.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import styles from "./agenda.module.css";

export type Choice = {
  id: string;
  number: number;
  title: string;
  place: string;
  category: string;
  days: number;
  timesDiscussed: number;
};

/** Issues to tick, named `issue-` and their id, in the order in which they are proposed. */
export function AgendaChoices({ issues, chosen }: { issues: Choice[]; chosen: (id: string) => boolean }) {
  if (issues.length === 0) return null;
  return (
    <fieldset className={styles.choices} aria-label={text.fields.issues}>
      {issues.map((issue) => (
        <label key={issue.id} className={styles.choice}>
          <input type="checkbox" name={`issue-${issue.id}`} value="on" defaultChecked={chosen(issue.id)} />
          <span className={styles.choiceTitle}>
            <strong>{issue.title}</strong>
            <span className={styles.traits}>
              {" "}
              {[issueText.number(issue.number), issue.place, issue.category]
                .filter((trait) => trait !== "")
                .join(" · ")}
            </span>
          </span>
          <span className={styles.choiceFigures}>
            {issueText.daysLong(issue.days)} · {issueText.timesLong(issue.timesDiscussed)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The ids ticked in a form made of `AgendaChoices`, in the form's order. */
export function chosenIssues(form: FormData): string[] {
  return [...form.keys()].filter((name) => name.startsWith("issue-")).map((name) => name.slice("issue-".length));
}
