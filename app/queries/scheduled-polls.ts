import { missedQuorum } from "#app/domain/poll/quorum.ts";
import { obstacleTo } from "#app/domain/poll/timetable.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { timetableText } from "#app/text/timetable.ts";
import type { Handle } from "#db/connect.ts";
import type { Meeting } from "#db/stores/meeting.ts";
import type { Poll } from "#db/stores/poll.ts";
import { attendanceUnder } from "#db/stores/proxy.ts";

/** The drafts of a meeting that open by themselves, next first, and what would keep each from opening if its moment were now. */
export function scheduledPolls(db: Handle, meeting: Meeting, polls: Poll[], now: Date) {
  const running = polls.find((poll) => poll.state === "open")?.question ?? null;
  const drafts = polls
    .flatMap((poll) => (poll.state === "draft" && poll.opensAt ? [{ ...poll, opensAt: poll.opensAt }] : []))
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime() || (a.id < b.id ? -1 : 1));
  return Promise.all(
    drafts.map(async (poll) => {
      const { id, question, mode, alsoPaper, alsoHands, opensAt, minutes, endsAt, closesItself, version } = poll;
      const missing = poll.remote ? 0 : await missingFor(db, poll);
      const obstacle = obstacleTo(poll, { inSession: meeting.state === "open", running, missing }, now);
      return {
        ...{ id, question, mode, alsoPaper, alsoHands, opensAt, minutes, endsAt, closesItself, version },
        ruleName: requireRule(poll.ruleId).name,
        /** On the wall already: its times are no longer to be changed. */
        posted: poll.noticedAt !== null,
        obstacle: obstacle && timetableText.obstacle(obstacle),
      };
    }),
  );
}

async function missingFor(db: Handle, poll: Poll): Promise<number> {
  const { due, present } = await attendanceUnder(db, poll.meetingId, poll);
  return missedQuorum(poll, due, present)?.missing ?? 0;
}
