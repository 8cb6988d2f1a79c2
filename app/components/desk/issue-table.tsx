import { Link } from "@remix-run/react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { issueListText as listText } from "#app/text/issue-list.ts";
import { issueText as text } from "#app/text/issues.ts";
import { DataTable } from "./data-table.tsx";
import styles from "./issue.module.css";

export type IssueRow = {
  id: string;
  number: number;
  title: string;
  place: string;
  category: string;
  source: string;
  firstRaisedOn: string;
  timesDiscussed: number;
  days: number;
  stageName: string;
  methodName: string;
  /** The statutory decision that the issue is inside of. */
  decision: string | null;
  settled: boolean;
};

/**
 * The list of issues; those settled step back. Narrow windows show the days under the title. `withMethods` names under each stage the method
 * that it belongs to.
 */
export function IssueTable({ issues, withMethods }: { issues: IssueRow[]; withMethods: boolean }) {
  return (
    <div className={styles.issues}>
      <DataTable caption={listText.caption} head={listText.columns}>
        {issues.map((issue) => (
          <tr key={issue.id} className={issue.settled ? styles.settled : undefined}>
            <td className={styles.number}>{issue.number}</td>
            <td className={styles.titleCell}>
              <Link to={`/desk/issues/${issue.id}`} prefetch="intent">
                {issue.title}
              </Link>
              <IssueTraits issue={issue} />
              <span className={styles.narrow}>
                {text.daysLong(issue.days)} · {text.timesLong(issue.timesDiscussed)}
              </span>
            </td>
            <td className={styles.nowrap}>{formatDay(issue.firstRaisedOn)}</td>
            <td className={`${styles.nowrap} ${styles.figure}`}>{text.days(issue.days)}</td>
            <td className={styles.nowrap}>{text.times(issue.timesDiscussed)}</td>
            <td className={styles.stage}>
              {issue.stageName}
              {(withMethods || issue.decision !== null) && (
                <span className={styles.traits}>{listText.methodLine(issue.methodName, issue.decision)}</span>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}

/** “3号楼北侧 · 路灯照明 · 网格员走访”. What is not known yet is left out. */
export function IssueTraits({ issue }: { issue: Pick<IssueRow, "place" | "category" | "source"> }) {
  const traits = [issue.place, issue.category, issue.source].filter((trait) => trait !== "");
  return traits.length > 0 ? <span className={styles.traits}>{traits.join(" · ")}</span> : null;
}
