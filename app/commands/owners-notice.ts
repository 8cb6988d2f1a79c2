import { DomainError } from "#app/domain/errors.ts";
import { mayOpen, noticeDaysOf } from "#app/domain/owners/notice.ts";
import type { Problem } from "#app/domain/poll/count.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";
import type { Handle } from "#db/connect.ts";
import { paperEntries } from "#db/stores/owners.ts";
import type { Poll } from "#db/stores/poll.ts";

/** Whether a poll is weighed by area: a decision of the owners together. */
export const countsAreas = ({ ruleId }: Pick<Poll, "ruleId">) => requireRule(ruleId).measures.includes("area");

/**
 * 《物业管理条例》第14条: no vote of the owners opens without its notice, nor sooner than 15 days after it — no demonstration either, or people
 * would learn it wrongly. Throws wrong-state with the sentence at `notice`.
 */
export function requireNotice(poll: Pick<Poll, "ruleId" | "noticedAt">, now: Date): void {
  if (!countsAreas(poll)) return;
  const why = poll.noticedAt ? text.tooEarly(noticeDaysOf(poll.noticedAt).earliest) : text.notNoticed;
  if (!poll.noticedAt || !mayOpen(poll.noticedAt, now)) {
    throw new DomainError("wrong-state", [{ field: "notice", message: why }]);
  }
}

/** What keeps a poll from being counted: signed papers that only one person has entered. */
export async function uncheckedPapers(db: Handle, pollId: string): Promise<Problem[]> {
  const waiting = (await paperEntries(db, pollId)).length;
  return waiting > 0 ? [{ field: "papers", message: text.pendingPapers(waiting) }] : [];
}
