import { leastCount, reaches } from "#app/domain/rule/fraction.ts";
import type { Rule } from "#app/domain/rule/types.ts";

export interface QuorumLine {
  readonly due: number;
  readonly present: number;
  /** Fewest who must be present; 0 where the rule knows no quorum. */
  readonly needed: number;
  readonly missing: number;
  readonly met: boolean;
  /** “应到 60 · 实到 38 · 还差 2”. */
  readonly text: string;
}

function standing(rule: Rule, needed: number, missing: number): string {
  if (!rule.quorum) return "不设法定人数";
  return missing > 0 ? `还差 ${missing}` : `已达法定人数(至少 ${needed})`;
}

/** The quorum as it stands, in heads (members with a vote). For owners' rules these are owners on the roll and owners taking part. */
export function quorumLine(rule: Rule, due: number, present: number): QuorumLine {
  const needed = rule.quorum ? leastCount(rule.quorum, due) : 0;
  const missing = Math.max(0, needed - present);
  const met = !rule.quorum || reaches(rule.quorum, present, due);
  const text = `应到 ${due} · 实到 ${present} · ${standing(rule, needed, missing)}`;
  return { due, present, needed, missing, met, text };
}

export interface Attendee {
  readonly personId: string;
  readonly votingRight: boolean;
  readonly present: boolean;
}

/** Heads for the quorum: each person once, whatever seats they hold, and only those with a vote; the rest present are observers. */
export function countAttendance(attendees: Iterable<Attendee>): { due: number; present: number; observers: number } {
  const people = new Map<string, { vote: boolean; present: boolean }>();
  for (const { personId, votingRight, present } of attendees) {
    const known = people.get(personId) ?? { vote: false, present: false };
    people.set(personId, { vote: known.vote || votingRight, present: known.present || present });
  }
  const all = [...people.values()];
  return {
    due: all.filter((person) => person.vote).length,
    present: all.filter((person) => person.vote && person.present).length,
    observers: all.filter((person) => !person.vote && person.present).length,
  };
}
