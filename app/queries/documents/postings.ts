import { type CalendarDay, daysBetween } from "#app/domain/calendar/day.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import type { Handle } from "#db/connect.ts";
import type { Document } from "#db/stores/document.ts";
import { objectionsOf } from "#db/stores/objection.ts";
import { photosOf, postingsOf } from "#db/stores/posting.ts";
import { staffNames } from "#db/stores/staff.ts";
import { postingRuleOf } from "./posting-rule.ts";

/** Where a document hangs and hung, by what rule, and what was objected to it. */
export async function postingView(db: Handle, document: Document, today: CalendarDay) {
  const { names } = await staffNames(db, document.communityId);
  const nameOf = (id: string) => names.get(id) ?? id;
  const photos = await photosOf(db, document.id);
  const rule = await postingRuleOf(db, document);
  const { from } = document.choices;
  return {
    rule,
    usualUntil: noticePeriod(today, rule.days).until,
    /** What the paper itself says, where it says a period. */
    printed: document.genre === "result-notice" && from ? noticePeriod(from) : null,
    postings: (await postingsOf(db, document.id)).map((posting) => ({
      ...posting,
      postedBy: nameOf(posting.postedBy),
      removedBy: nameOf(posting.removedBy),
      /** Days until it may come down; negative: since when. */
      left: daysBetween(today, posting.until),
      early: posting.removedOn !== null && posting.removedOn < posting.until,
      photos: photos.filter(({ postingId }) => postingId === posting.id).map(({ id, shows }) => ({ id, shows })),
    })),
    objections: (await objectionsOf(db, document.id)).map((objection) => ({
      ...objection,
      receivedBy: nameOf(objection.receivedBy),
      repliedBy: nameOf(objection.repliedBy),
      left: daysBetween(today, objection.replyBy),
    })),
  };
}
