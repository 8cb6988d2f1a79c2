import { type BallotForm, candidatesOf, type PollOption } from "#app/domain/poll/form.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { isHere, type ProxyLine, type ProxyPair } from "./register.ts";
import { type JointTerms, jointTerms } from "./terms.ts";

/** What a body or a poll says of the rules it goes by. */
type Ruled = { readonly ruleId: string; readonly overlays?: readonly string[] | undefined };

/** The terms under which proxies stand in a meeting or a poll. */
export const termsOf = ({ ruleId, overlays }: Ruled): JointTerms =>
  jointTerms(laidOver(requireRule(ruleId), overlays ?? []));

/** Whether a principal counts as 到会: the holder is there in person with a vote, and the principal is not. */
export function isRepresented(
  allowed: boolean,
  principal: Pick<ProxyLine, "present" | "via" | "votingRight">,
  holder: Pick<ProxyLine, "present" | "via" | "votingRight">,
): boolean {
  return allowed && principal.votingRight && !isHere(principal) && holder.votingRight && isHere(holder);
}

type Ballot = { readonly options: readonly PollOption[]; readonly form: BallotForm };

/** Whether this holder may vote for others in this poll: its rule knows proxies, and the holder is no candidate on its ballot. */
export const mayVoteForOthers = (poll: Ruled & Ballot, holderId: string): boolean =>
  termsOf(poll).allowed && !candidatesOf(poll).has(holderId);

type Registered = ProxyPair & { readonly createdAt: Date };

/**
 * The authorities that count in this poll: of holders who may vote for others in it, and of each no more than its own rule lets one stand for,
 * those registered first. The meeting's body may go by a rule that lets them hold more.
 */
export function standingIn<Pair extends Registered>(poll: Ruled & Ballot, pairs: readonly Pair[]): Pair[] {
  const { most } = termsOf(poll);
  const held = new Map<string, number>();
  return [...pairs].sort(byRegistration).filter(({ holderId }) => {
    const before = held.get(holderId) ?? 0;
    held.set(holderId, before + 1);
    return mayVoteForOthers(poll, holderId) && (most === null || before < most);
  });
}

const byRegistration = (a: Registered, b: Registered): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.principalId < b.principalId ? -1 : 1);
