import { and, count, eq, isNull, lt, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";

/** Issues of a community that are not settled yet. */
export async function countUnsettledIssues(db: Handle, communityId: string): Promise<number> {
  const { issue } = db.tables;
  const [row] = await db
    .select({ n: count() })
    .from(issue)
    .where(and(eq(issue.communityId, communityId), isNull(issue.settledAt)));
  return row?.n ?? 0;
}

/** Action items not finished, and those of them whose deadline lies before `today` ("YYYY-MM-DD"). */
export async function countOpenActionItems(
  db: Handle,
  communityId: string,
  today: string,
): Promise<{ open: number; overdue: number }> {
  const { actionItem } = db.tables;
  const late = sql<number>`coalesce(sum(${lt(actionItem.deadline, today)}), 0)`;
  const [row] = await db
    .select({ open: count(), overdue: late })
    .from(actionItem)
    .where(and(eq(actionItem.communityId, communityId), eq(actionItem.state, "open")));
  return { open: row?.open ?? 0, overdue: Number(row?.overdue ?? 0) };
}
