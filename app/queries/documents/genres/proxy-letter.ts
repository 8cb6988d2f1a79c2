import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { GenreInput } from "#templates/index.ts";
import { heading, issueItems } from "./parts.ts";
import { proxyTermsOf } from "./proxy-terms.ts";

/** 委托书: one for each that is registered, else one to fill in; nothing where the body's rule knows no proxies. */
export function proxyLetter(facts: MeetingFacts): GenreInput<"proxy-letter"> | undefined {
  const proxy = proxyTermsOf(facts);
  if (!proxy.allowed) return undefined;
  const { end: _end, ...named } = heading(facts);
  return {
    ...named,
    start: facts.meeting.startsAt,
    matters: [
      ...issueItems(facts).map(({ item }) => item.title),
      ...[...facts.polls, ...facts.pendingPolls].map(({ question }) => question),
    ],
    pairs: facts.proxies.map(({ principal, holder, authority }) => ({
      principal: { name: principal.name, unit: principal.unit },
      holder: { name: holder.name, unit: holder.unit },
      authority,
    })),
    proxy,
  };
}
