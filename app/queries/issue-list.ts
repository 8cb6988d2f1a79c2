import { dayOf } from "#app/domain/calendar/day.ts";
import type { Actor, House } from "#app/house.ts";
import { countIssues, type IssueFilter, issueGroups, searchIssues } from "#db/stores/issue-search.ts";
import { facetsOf, foundAmong, totals } from "./issue-facets.ts";
import { issueLines } from "./issue-line.ts";

/** Issues on one page of the list. */
export const PAGE = 50;

/**
 * One page of the community's issues: those not settled first, the most urgent on top, then the settled, newest first; with what they can
 * be narrowed to. A page after the last is the last.
 */
export function issueList(house: House, actor: Actor, filter: IssueFilter, asked: { page?: number } = {}) {
  const { communityId } = actor;
  const today = dayOf(house.clock());
  return house.db.read(async (db) => {
    const groups = await issueGroups(db, { communityId, today }, filter.text);
    const found = foundAmong(groups, filter);
    const pages = Math.max(1, Math.ceil(found / PAGE));
    const page = Math.min(Math.max(1, asked.page ?? 1), pages);
    const slice = { limit: PAGE, offset: (page - 1) * PAGE };
    const issues = found === 0 ? [] : await searchIssues(db, { communityId, today }, filter, slice);
    return {
      lines: await issueLines(db, issues, today),
      found,
      page,
      pages,
      /** Whether a method needs to be named, and is worth choosing, among issues that hold these words. */
      severalMethods: new Set(groups.map((group) => group.methodId)).size > 1,
      ...(filter.text === "" ? totals(groups) : await countIssues(db, communityId)),
      ...(await facetsOf(db, communityId, groups, filter)),
    };
  });
}
