import { differs, methodsNamed, replayIssue } from "#app/domain/issue/replay.ts";
import { GENESIS, type Head, verifyChain } from "#app/domain/journal/chain.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { House } from "#app/house.ts";
import { verificationText as text } from "#app/text/verification.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf, journalSlice } from "#db/journal.ts";
import { issueById, issueIds } from "#db/stores/issue.ts";
import { methodOf } from "#db/stores/method.ts";
import { everyPoll } from "#db/stores/poll.ts";
import { verifyDocuments } from "./document-verification.ts";
import { recountPoll, vanishedPolls } from "./poll-verification.ts";
import { changedRoll, openedMeetings } from "./roll-verification.ts";

export type Verification = {
  /** Entries whose links hold, counted from the first. */
  entries: number;
  head: string;
  polls: number;
  issues: number;
  /** Issued ones. */
  documents: number;
  /** One Chinese sentence for each mismatch; empty when everything holds. */
  mismatches: string[];
};

const SLICE = 1000;

/**
 * Replays the journal's chain, recounts every closed poll against its result, holds every poll and every roll against what the journal says of
 * them, walks every issue's entries again to the stage where it stands, and looks whether issued papers are whole and numbered without a gap.
 */
export async function verifyHouse(house: House): Promise<Verification> {
  const chain = await verifyJournal(house);
  const polls = await house.db.read(everyPoll);
  const mismatches = [...chain.mismatches, ...(await house.db.read(vanishedPolls))];
  for (const { id, question } of polls) {
    const unreadable = (reason: string) => text.unreadable(question, reason);
    mismatches.push(...(await readable(house, (db) => recountPoll(db, id), unreadable)));
  }
  for (const id of await house.db.read(openedMeetings)) {
    mismatches.push(
      ...(await readable(
        house,
        (db) => changedRoll(db, id),
        (reason) => text.rollUnreadable(id, reason),
      )),
    );
  }
  const walked = await replayIssues(house);
  mismatches.push(...walked.mismatches);
  const papers = await verifyDocuments(house);
  mismatches.push(...papers.mismatches);
  const { seq: entries, hash: head } = chain.head;
  const closed = polls.filter((poll) => poll.state === "closed").length;
  return { entries, head, polls: closed, issues: walked.issues, documents: papers.documents, mismatches };
}

/** What this part of the house has to say; where it cannot even be read any more, that: one torn row must not hide the others. */
async function readable(
  house: House,
  work: (db: Handle) => Promise<string[]>,
  unreadable: (reason: string) => string,
): Promise<string[]> {
  try {
    return await house.db.read(work);
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : String(error))];
  }
}

/** Every issue in slices, each in a reading of its own. */
async function replayIssues(house: House): Promise<{ issues: number; mismatches: string[] }> {
  const mismatches: string[] = [];
  let issues = 0;
  for (let after = ""; ; ) {
    const ids = await house.db.read((db) => issueIds(db, after, SLICE));
    for (const id of ids) {
      const unreadable = (reason: string) => text.issueUnreadable(id, reason);
      mismatches.push(...(await readable(house, (db) => replayOne(db, id), unreadable)));
    }
    issues += ids.length;
    if (ids.length < SLICE) return { issues, mismatches };
    after = ids.at(-1) ?? after;
  }
}

async function replayOne(db: Handle, id: string): Promise<string[]> {
  const issue = await issueById(db, id);
  if (!issue) return [];
  const entries = await journalOf(db, id);
  const methods = new Map<string, MethodDefinition>();
  const key = ({ method, version }: { method: string; version: number }) => `${method}@${version}`;
  for (const wanted of methodsNamed(entries)) methods.set(key(wanted), await methodOf(db, wanted));
  const replayed = replayIssue(entries, (wanted) => methods.get(key(wanted)));
  if (replayed.fault) return [text.issue(issue.number, replayed.fault.seq, replayed.fault.message)];
  const difference = differs(replayed, issue.process);
  const stage = issue.stage === issue.process.value ? null : `${issue.stage} ≠ ${issue.process.value}`;
  return [difference, stage].flatMap((each) => (each ? [text.issueDiffers(issue.number, each)] : []));
}

/** The chain alone, walked in slices: a long one does not stand in memory at once. Stops at the first fault. */
export async function verifyJournal(house: House): Promise<{ head: Head; mismatches: string[] }> {
  let head: Head = GENESIS;
  for (;;) {
    const slice = await house.db.read((db) => journalSlice(db, head.seq, SLICE));
    const report = verifyChain(slice, head);
    head = report.head;
    if (report.fault) return { head, mismatches: [text.entry(head.seq + 1, report.fault)] };
    if (slice.length < SLICE) return { head, mismatches: [] };
  }
}
