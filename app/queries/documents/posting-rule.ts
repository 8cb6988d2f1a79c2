import { type PostingRule, postingRule } from "#app/domain/notice/period.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Handle } from "#db/connect.ts";
import type { Document } from "#db/stores/document.ts";
import { issueById } from "#db/stores/issue.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { communityById } from "#db/stores/staff.ts";

/** How long this document must hang, and by what. */
export async function postingRuleOf(db: Handle, document: Document): Promise<PostingRule> {
  const community = await communityById(db, document.communityId);
  // 村 at its end: a village. What is called 某某社区 stands under the law on residents' committees.
  const village = /村$/u.test(community?.name ?? "");
  return postingRule(document.genre, { village, owners: await concernsOwners(db, document) });
}

/** Whether the owners decide on it: an issue that goes that way, or a meeting that voted by area. */
async function concernsOwners(db: Handle, { sourceKind, sourceId }: Document): Promise<boolean> {
  if (sourceKind === "issue") return (await issueById(db, sourceId))?.methodId === "owners-decision";
  if (sourceKind !== "meeting") return false;
  return (await pollsOf(db, sourceId)).some(({ ruleId }) => requireRule(ruleId).measures.includes("area"));
}
