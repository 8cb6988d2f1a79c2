import { termsOf } from "#app/domain/proxy/stand-in.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { proxyTerms } from "#app/domain/rule/proxies.ts";
import type { Source } from "#app/domain/source.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { PrintedProxyTerms } from "#templates/parts/proxy.ts";

/** What the body's rule, with what is laid over it, says of 委托, and where each word of it comes from. */
export function proxyTermsOf({ body }: MeetingFacts): PrintedProxyTerms {
  const { allowed, most, household, forbiddenBy } = termsOf(body);
  if (forbiddenBy) return { ...NONE, sources: [forbiddenBy.terms.source] };
  const each = laidOver(requireRule(body.ruleId), body.overlays).map(proxyTerms);
  const sources = each.flatMap((terms) => [
    terms.source,
    ...(terms.allowed && terms.additions ? [terms.additions.source] : []),
  ]);
  return { allowed, most, household, candidatesExcluded: allowed, sources: unique(sources) };
}

const NONE = { allowed: false, most: null, household: false, candidatesExcluded: false };

const unique = (sources: readonly Source[]): Source[] => {
  return [...new Map(sources.map((source) => [`${source.ref}|${source.article ?? ""}`, source])).values()];
};
