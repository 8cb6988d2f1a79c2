import { dayOf } from "#app/domain/calendar/day.ts";
import type { FactValue } from "#app/domain/method/definition.ts";
import { linesIn } from "#app/domain/method/fact-kind.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { Dossier, IssueFacts } from "#app/queries/documents/issue-facts.ts";
import type { PatrolRound } from "#templates/genres/patrol-record.ts";
import type { GenreInput } from "#templates/index.ts";
import { membersOf, type Visit, visitsOf } from "./stage-visits.ts";

type Input = GenreInput<"patrol-record">;

/** 巡查记录表 of a meeting: the walks that were entered for its issues, each once; before any, one sheet with the places to go to. */
export function meetingPatrolRecord(facts: MeetingFacts): Input {
  const entered = facts.dossiers.flatMap(roundsOf);
  const { name, demonstration } = facts.community;
  return {
    community: name,
    demonstration,
    matter: facts.meeting.title,
    today: facts.today,
    rounds: entered.length > 0 ? walkedTogether(entered) : sheetFor(facts.dossiers),
  };
}

/** 巡查记录表 of an issue. */
export function issuePatrolRecord(facts: IssueFacts): Input {
  const entered = roundsOf(facts);
  const { name, demonstration } = facts.community;
  return {
    community: name,
    demonstration,
    matter: facts.issue.title,
    today: facts.today,
    rounds: entered.length > 0 ? entered : sheetFor([facts]),
  };
}

/** A stage that asks which way people walked. */
export const isPatrol = ({ stage }: Pick<Visit, "stage">): boolean =>
  linesIn(stage).some(({ fact }) => fact === "patrolRoute");

function roundsOf(dossier: Dossier): PatrolRound[] {
  const { found } = dossier;
  return visitsOf(dossier)
    .filter((visit) => isPatrol(visit) && hasRound(visit))
    .map(({ facts, left }) => ({
      issues: [subject(dossier)],
      leader: text(facts.patrolLeader),
      members: [...membersOf(facts, "patrolMembers")],
      route: text(facts.patrolRoute),
      points: [...membersOf(facts, "patrolPoints")],
      result: text(facts.patrolResult),
      findings: membersOf(facts, "patrolFindings").map((finding) => {
        const listed = found.find(({ title, detail }) => finding === title || finding === detail);
        return { text: finding, ...(listed ? { issue: listed.number } : {}) };
      }),
      ...(left ? { enteredOn: left.on, enteredBy: left.by } : lastEntry(dossier)),
    }));
}

/** Of a walk that is entered but not finished: who entered the last of it. */
function lastEntry({ entries }: Dossier): { enteredOn: string; enteredBy: string } {
  const last = entries.findLast(({ act }) => act === "enter-facts");
  return { enteredOn: last ? dayOf(new Date(last.at)) : "", enteredBy: last?.actor ?? "" };
}

const hasRound = ({ facts }: Visit): boolean =>
  ["patrolLeader", "patrolRoute"].some((fact) => text(facts[fact]) !== "") ||
  membersOf(facts, "patrolPoints").length > 0;

const text = (value: FactValue): string => (typeof value === "string" ? value : "");

function subject({ issue }: Dossier) {
  const { number, title, place } = issue;
  return { number, title, place };
}

function sheetFor(dossiers: readonly Dossier[]): PatrolRound[] {
  const nothing = {
    leader: "",
    members: [],
    route: "",
    points: [],
    result: "",
    findings: [],
    enteredOn: "",
    enteredBy: "",
  };
  return [{ issues: dossiers.map(subject), ...nothing }];
}

/** The same people on the same way on the same day is one walk: its points and findings stand on one sheet, each once. */
function walkedTogether(rounds: readonly PatrolRound[]): PatrolRound[] {
  const walks = new Map<string, PatrolRound>();
  for (const round of rounds) {
    const key = JSON.stringify([round.leader, round.members, round.route, round.enteredOn]);
    const walk = walks.get(key);
    walks.set(key, walk ? joined(walk, round) : round);
  }
  return [...walks.values()];
}

function joined(walk: PatrolRound, round: PatrolRound): PatrolRound {
  const findings = round.findings.filter(({ text: finding }) => walk.findings.every((each) => each.text !== finding));
  return {
    ...walk,
    issues: [...walk.issues, ...round.issues],
    points: [...new Set([...walk.points, ...round.points])],
    // One of them saw something new: then there was something new.
    result: walk.findings.length > 0 ? walk.result : round.result,
    findings: [...walk.findings, ...findings],
  };
}
