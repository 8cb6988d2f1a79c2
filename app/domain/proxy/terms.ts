import { proxyTerms } from "#app/domain/rule/proxies.ts";
import type { ProxyTerms, Rule } from "#app/domain/rule/types.ts";

/** The rules that hold together, as far as proxies go: the strictest of them. */
export interface JointTerms {
  readonly allowed: boolean;
  /** The rule that forbids it; null where all allow it. */
  readonly forbiddenBy: { readonly rule: Rule; readonly terms: ProxyTerms } | null;
  /** Principals per holder; null without a limit. */
  readonly most: number | null;
  readonly household: boolean;
}

/** A rule and what is laid over it: all must allow proxies, and the narrowest limit counts. */
export function jointTerms(rules: readonly Rule[]): JointTerms {
  const each = rules.map((rule) => ({ rule, terms: proxyTerms(rule) }));
  const forbiddenBy = each.find(({ terms }) => !terms.allowed) ?? null;
  const allowing = each.flatMap(({ terms }) => (terms.allowed ? [terms] : []));
  const limits = allowing.flatMap(({ most }) => most ?? []);
  return {
    allowed: forbiddenBy === null && rules.length > 0,
    forbiddenBy,
    most: limits.length > 0 ? Math.min(...limits) : null,
    household: allowing.some(({ holder }) => holder === "household"),
  };
}
