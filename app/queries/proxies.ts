import { isOver } from "#app/domain/meeting/states.ts";
import { termsOf } from "#app/domain/proxy/stand-in.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { proxyTerms } from "#app/domain/rule/proxies.ts";
import type { Handle } from "#db/connect.ts";
import type { Body, Meeting } from "#db/stores/meeting.ts";
import { hasVotedIn, proxiesOf } from "#db/stores/proxy.ts";

export type ProxiesView = Awaited<ReturnType<typeof proxiesView>>;

/** A meeting's authorities 委托 for the desk: what the body's rule says of them, and who authorised whom. */
export async function proxiesView(db: Handle, meeting: Meeting, body: Pick<Body, "ruleId" | "overlays">) {
  const [rule] = laidOver(requireRule(body.ruleId), body.overlays);
  const { allowed, forbiddenBy, household } = termsOf(body);
  const lines = [];
  for (const { principal, holder, authority } of await proxiesOf(db, meeting.id)) {
    lines.push({
      principalId: principal.personId,
      principal: principal.name,
      holder: holder.name,
      authority,
      counted: principal.via === "proxy",
      voted: await hasVotedIn(db, meeting.id, principal.personId),
    });
  }
  return {
    allowed,
    household,
    over: isOver(meeting.state),
    rule: (forbiddenBy?.rule ?? rule).name,
    terms: forbiddenBy?.terms ?? proxyTerms(rule),
    lines,
  };
}
