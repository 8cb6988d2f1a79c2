import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { IssueFacts } from "#app/queries/documents/issue-facts.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { Body } from "#db/stores/meeting.ts";
import type { Community } from "#db/stores/staff.ts";

/** Who calls a meeting and signs what goes out before and after it: the owners' own body, the street's office, else the committee of the community or village. */
export function convenerOf(community: Community, body?: Pick<Body, "name" | "ruleId">): string {
  const rule = body?.ruleId ?? "";
  if (body && rule.startsWith("owners-")) return body.name;
  if (community.kind === "street") return community.settings.official?.organ || community.name;
  return rule.startsWith("villager") ? text.villageCommitteeOf(community.name) : text.committeeOf(community.name);
}

/** Who signs what tells of work after a meeting: whoever called it; of one issue the place's own office. */
export const signerOf = (facts: MeetingFacts | IssueFacts): string =>
  convenerOf(facts.community, facts.kind === "meeting" ? facts.body : undefined);
