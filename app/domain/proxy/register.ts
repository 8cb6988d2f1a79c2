import { type AuthorityProblem, authorityProblem } from "./authority.ts";
import type { JointTerms } from "./terms.ts";

/** How somebody came, where they did: `proxy` means that they did not, and somebody they authorised did. */
export type Via = "desk" | "token" | "name" | "proxy" | null;

/** A line of the meeting's roll, as far as proxies go. */
export interface ProxyLine {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly votingRight: boolean;
  readonly present: boolean;
  readonly via: Via;
}

/** 委托人 and 受托人 of one written authority. */
export interface ProxyPair {
  readonly principalId: string;
  readonly holderId: string;
}

export interface ProxyFacts {
  readonly terms: JointTerms;
  /** Every authority registered in the meeting. */
  readonly pairs: readonly ProxyPair[];
  /** Who stands as a candidate in a poll of the meeting that is not over. */
  readonly candidates: ReadonlySet<string>;
  /** The principal's vote was cast in a poll of this meeting. */
  readonly principalVoted: boolean;
}

export interface ProxyAsked {
  readonly principal: ProxyLine;
  readonly holder: ProxyLine;
  readonly authority: string;
  /** Staff looked, and both belong to one household. */
  readonly household: boolean;
}

export type ProxyWord =
  | AuthorityProblem
  | "not-allowed"
  | "principal-without-vote"
  | "principal-here"
  | "principal-voted"
  | "principal-represented"
  | "principal-holds"
  | "holder-self"
  | "holder-without-vote"
  | "holder-represented"
  | "holder-candidate"
  | "holder-full"
  | "household";
export type ProxyField = "rule" | "principal" | "holder" | "authority" | "household";
export interface ProxyProblem {
  readonly field: ProxyField;
  readonly word: ProxyWord;
}

/** Somebody who came themselves, whichever way. */
export const isHere = ({ present, via }: Pick<ProxyLine, "present" | "via">): boolean => present && via !== "proxy";

/** Why an authority cannot be registered: the first reason for each field; none where it can. */
export function proxyProblems(facts: ProxyFacts, asked: ProxyAsked): ProxyProblem[] {
  if (!facts.terms.allowed) return [{ field: "rule", word: "not-allowed" }];
  const found: [ProxyField, ProxyWord | null][] = [
    ["principal", principalProblem(facts, asked.principal)],
    ["holder", holderProblem(facts, asked)],
    ["authority", authorityProblem(asked.authority)],
    ["household", facts.terms.household && !asked.household ? "household" : null],
  ];
  return found.flatMap(([field, word]) => (word ? [{ field, word }] : []));
}

function principalProblem({ pairs, principalVoted }: ProxyFacts, principal: ProxyLine): ProxyWord | null {
  if (!principal.votingRight) return "principal-without-vote";
  if (principalVoted) return "principal-voted";
  if (pairs.some(({ principalId }) => principalId === principal.personId)) return "principal-represented";
  if (isHere(principal)) return "principal-here";
  return pairs.some(({ holderId }) => holderId === principal.personId) ? "principal-holds" : null;
}

function holderProblem({ pairs, terms, candidates }: ProxyFacts, { principal, holder }: ProxyAsked): ProxyWord | null {
  const { personId } = holder;
  if (personId === principal.personId) return "holder-self";
  if (!holder.votingRight) return "holder-without-vote";
  if (pairs.some(({ principalId }) => principalId === personId)) return "holder-represented";
  if (candidates.has(personId)) return "holder-candidate";
  const held = pairs.filter(({ holderId }) => holderId === personId).length;
  return terms.most !== null && held >= terms.most ? "holder-full" : null;
}
