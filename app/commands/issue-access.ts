import { DomainError } from "#app/domain/errors.ts";
import type { Actor } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type ActionItem, actionItemById, type Issue, issueById } from "#db/stores/issue.ts";

/** The issue, if it belongs to the actor's community. Others' issues are `not-found`, as if they did not exist. */
export async function ownIssue(db: Handle, actor: Actor, id: string): Promise<Issue> {
  const issue = await issueById(db, id);
  if (!issue || issue.communityId !== actor.communityId) throw new DomainError("not-found");
  return issue;
}

/** The action item, if it belongs to the actor's community. Throws not-found. */
export async function ownActionItem(db: Handle, actor: Actor, id: string): Promise<ActionItem> {
  const item = await actionItemById(db, id);
  if (!item || item.communityId !== actor.communityId) throw new DomainError("not-found");
  return item;
}
