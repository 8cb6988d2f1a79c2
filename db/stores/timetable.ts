import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { Poll } from "./poll.ts";

export type TimetabledPoll = Poll & { communityId: string };

/** Polls that do something by themselves, in meetings that are not over: drafts with an opening time, open polls that close at their end. */
export async function timetabledPolls(db: Handle): Promise<TimetabledPoll[]> {
  const { meeting, poll } = db.tables;
  const opens = and(eq(poll.state, "draft"), isNotNull(poll.opensAt));
  const closes = and(eq(poll.state, "open"), eq(poll.closesItself, true), isNotNull(poll.endsAt));
  const rows = await db
    .select({ poll, communityId: meeting.communityId })
    .from(poll)
    .innerJoin(meeting, eq(poll.meetingId, meeting.id))
    .where(and(inArray(meeting.state, ["planned", "open"]), or(opens, closes)))
    .orderBy(asc(poll.id));
  return rows.map(({ poll, communityId }) => ({ ...poll, communityId }));
}
