import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { earliestOpening, noticeDaysOf } from "#app/domain/owners/notice.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import { savePoll } from "#db/stores/poll.ts";
import { entitledArea } from "#db/stores/roll.ts";
import { draftPoll } from "./draft-poll.ts";
import { editionField } from "./fields.ts";
import { openMeeting } from "./open-meeting.ts";
import { openPrepared } from "./open-poll.ts";
import { countsAreas, requireNotice } from "./owners-notice.ts";
import { momentField } from "./poll-times.ts";
import { record } from "./record.ts";

/** The two rules of 业主共同决定. */
export const OWNERS_RULES = ["owners-general", "owners-special"] as const;

export const prepareInput = z.object({
  question: z.string().default(""),
  /** One item a line; with less than two the question itself is voted on. */
  items: z.string().max(5000).default(""),
  ruleId: z.enum(OWNERS_RULES, { error: text.refusals.rule }),
  agendaItemId: z.string().max(100).nullish(),
});

/**
 * Drafts a vote of the owners: by name, from home, weighed by heads and by area. Throws as `draftPoll`, and invalid-value when the meeting's
 * roll has no areas.
 */
export async function prepareOwnersPoll(
  house: House,
  actor: Actor,
  meetingId: string,
  { question, items, ruleId, agendaItemId }: z.output<typeof prepareInput>,
): Promise<{ id: string }> {
  const lines = items.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length === 1) throw refusal("items", text.refusals.oneItem);
  const asked = { meetingId, question, ruleId, items: lines, agendaItemId: agendaItemId || null };
  return draftPoll(house, actor, { ...asked, mode: "named", remote: true });
}

const moment = z.preprocess((raw) => (raw === "" ? undefined : raw), momentField.optional());

/** When voting is to open and end; `version` is the edition that the person saw. */
export const noticeInput = z.object({
  pollId: z.string(),
  version: editionField,
  opensAt: moment,
  endsAt: z.preprocess((raw) => (raw === "" ? undefined : raw), momentField.optional()),
});

/**
 * 公告: says that question, items, rule and times are posted from now on; the file refuses any change of them. Throws invalid-value when voting
 * would open sooner than 15 days after, wrong-state, stale, not-found.
 */
export async function noticeOwnersPoll(house: House, actor: Actor, input: z.output<typeof noticeInput>): Promise<void> {
  const { pollId, version, opensAt = null, endsAt } = input;
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    if (poll.state !== "draft" || !countsAreas(poll) || isOver(meeting.state)) throw new DomainError("wrong-state");
    if (poll.version !== version || poll.noticedAt) throw new DomainError("stale");
    if ((await entitledArea(db, meeting.id)) === 0) throw refusal("opensAt", text.refusals.noRoll);
    const noticedAt = house.clock();
    const times = { opensAt, endsAt: requireTimes(noticedAt, opensAt, endsAt) };
    await savePoll(db, pollId, { ...times, noticedAt, minutes: null, closesItself: true });
    await touchMeeting(db, meeting.id);
    const { noticed, earliest } = noticeDaysOf(noticedAt);
    const asked = { question: poll.question, rule: poll.ruleId, form: poll.form };
    await record(house, db, actor, "notice-owners-poll", pollId, { ...asked, ...times, noticed, earliest });
    return meeting.id;
  });
  house.publish(meetingId, "everyone");
}

function requireTimes(noticedAt: Date, opensAt: Date | null, endsAt: Date | undefined): Date {
  if (!endsAt) throw refusal("endsAt", text.refusals.noEnd);
  const earliest = earliestOpening(noticedAt);
  if (opensAt && opensAt < earliest) throw refusal("opensAt", text.tooEarly(dayOf(earliest)));
  if (endsAt <= (opensAt ?? earliest)) throw refusal("endsAt", text.refusals.endsBefore);
  return endsAt;
}

/** Opens a vote that was posted: the meeting first, where it is still planned, so that its roll is frozen. Throws as `openPrepared`. */
export async function openOwnersVote(house: House, actor: Actor, pollId: string): Promise<void> {
  const { poll, meeting } = await house.db.read((db) => ownPoll(db, actor, pollId));
  requireNotice(poll, house.clock());
  if (meeting.state === "planned") await openMeeting(house, actor, { meetingId: meeting.id });
  await openPrepared(house, actor, pollId);
}

const refusal = (field: string, message: string) => new DomainError("invalid-value", [{ field, message }]);
