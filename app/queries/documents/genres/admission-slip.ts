import { linesOfMethod } from "#app/domain/method/fact-kind.ts";
import type { IssueFacts } from "#app/queries/documents/issue-facts.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { AdmissionVerdict } from "#templates/genres/admission-slip.ts";
import type { GenreInput } from "#templates/index.ts";
import { convenerOf } from "./convener.ts";
import { lastTold, toldFacts, type Visit, visitsOf } from "./stage-visits.ts";

/** 准入提示单 of an issue that asks the community to take something on; none where no method of it looks it up on the three lists. */
export function admissionSlip(facts: IssueFacts): GenreInput<"admission-slip"> | undefined {
  const asksForLists = facts.methods.some((method) => linesOfMethod(method).some(({ fact }) => fact === "whichList"));
  if (!asksForLists) return undefined;
  const { community, issue, today } = facts;
  const visits = visitsOf(facts);
  const told = (fact: string) => lastTold(visits, fact);
  const verdict = verdictOf(visits);
  const from = told("department") || issue.raisedBy || issue.source;
  return {
    community: community.name,
    demonstration: community.demonstration,
    issue: { number: issue.number, title: issue.title },
    today,
    issuedBy: convenerOf(community),
    matter: told("matter") || issue.title,
    from,
    basis: told("basis"),
    funds: told("funds") || told("listFunds"),
    staff: told("staff"),
    list: told("whichList"),
    listItem: told("listItem"),
    verdict,
    reason: verdict === "refused" ? refusalIn(visits) : "",
    goesTo: goesTo(visits, verdict, from),
    opinions: opinionsIn(visits),
    urgentGround: told("urgentGround"),
    approval: told("approvalPaper"),
    listedFrom: told("listedFrom"),
    listedUntil: told("listedUntil"),
    decidedOn: verdict === "pending" || verdict === "urgent" ? "" : decidedOn(visits),
  };
}

/** Ends and stages of the method, and of copies that a place made of it. */
const REFUSED = ["refused", "rejected"];
const ADMITTED = ["listed", "expired", "revoked"];

function verdictOf(visits: readonly Visit[]): AdmissionVerdict {
  const here = visits.at(-1)?.stage.id ?? "";
  if (REFUSED.includes(here)) return "refused";
  if (ADMITTED.includes(here)) return "admitted";
  if (here === "on-list") return "on-list";
  return here.startsWith("emergency") ? "urgent" : "pending";
}

/** Why not: the note to the department, the reason given with the step, or that such a certificate was abolished. */
function refusalIn(visits: readonly Visit[]): string {
  const left = visits.findLast((visit) => visit.left)?.left;
  return lastTold(visits, "refusalNote") || (left?.reason ?? "") || lastTold(visits, "whichList");
}

function goesTo(visits: readonly Visit[], verdict: AdmissionVerdict, from: string): string {
  if (verdict === "refused") return lastTold(visits, "refusalTold") || (from === "" ? "" : text.backTo(from));
  if (verdict === "on-list") return text.communityItself;
  return visits.at(-1)?.stage.who || text.communityItself;
}

/** What the offices said that were asked, and the community itself. */
const OPINIONS = ["streetOpinion", "communityHeard", "civilOpinion", "organisationOpinion"];

function opinionsIn(visits: readonly Visit[]) {
  const told = visits.flatMap((visit) => [
    ...toldFacts(visit, visit.facts),
    ...visit.deeds.flatMap((deed) => toldFacts(visit, deed.facts)),
  ]);
  return OPINIONS.flatMap((name) => {
    const said = told.findLast(({ fact }) => fact === name);
    return said ? [{ label: said.label, value: said.value }] : [];
  });
}

/** The day on which it came to the stage that says so. */
const decidedOn = (visits: readonly Visit[]): string => {
  const settled = visits.find(({ stage }) => stage.final || ADMITTED.includes(stage.id));
  return settled?.from ?? "";
};
